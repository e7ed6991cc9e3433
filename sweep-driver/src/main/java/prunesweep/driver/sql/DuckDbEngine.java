package prunesweep.driver.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import prunesweep.driver.tables.Table;
import prunesweep.driver.views.SqlFunctions;
import prunesweep.driver.views.View;
import prunesweep.driver.views.Views;

/** DuckDB, within this process: a database in memory, made for one query. */
final class DuckDbEngine implements QueryEngine {

  /** Beside the heap, where the answer becomes text. */
  static final String MEMORY = "1GB";

  private static final String URL = "jdbc:duckdb:";

  @Override
  public <T> T answer(
      String query, Map<Table<?>, List<Path>> files, Function<QueryAnswer, T> reader) {
    Relations relations = Relations.of(files.keySet());
    try (Connection connection = confined(query, files);
        Statement statement = connection.createStatement()) {
      DuckDbGate.require(query, connection, relations);
      try (ResultSet rows = statement.executeQuery(query)) {
        return reader.apply(new DuckDbAnswer(rows));
      }
    } catch (SQLException | OutOfMemoryError failure) {
      throw DuckDbProblem.of(failure, relations);
    } catch (UncheckedSqlException failure) {
      throw DuckDbProblem.of(failure.getCause(), relations);
    } catch (LinkageError failure) {
      throw DuckDbProblem.ofLoading(failure);
    }
  }

  /** A database with all that {@code query} needs, which reaches nothing but these files. */
  static Connection confined(String query, Map<Table<?>, List<Path>> files) throws SQLException {
    Connection connection =
        Objects.requireNonNull(new DuckDBDriver().connect(URL, new Properties()));
    try {
      register(connection, query, files);
      confine(connection, files);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void register(Connection connection, String query, Map<Table<?>, List<Path>> files)
      throws SQLException {
    try (var function = DuckDBFunctions.scalarFunction()) {
      function
          .withName(SqlFunctions.STUDENT_T95)
          .withParameter(Double.class)
          .withReturnType(Double.class)
          .withFunction(SqlFunctions::studentT95)
          .register(connection);
    }
    try (var function = DuckDBFunctions.scalarFunction()) {
      function
          .withName(SqlFunctions.SIGN_FLIP_P)
          .withParameter(String.class)
          .withReturnType(Double.class)
          .withFunction(SqlFunctions::signFlipP)
          .register(connection);
    }
    execute(connection, "SET TimeZone = 'UTC'");
    for (Map.Entry<Table<?>, List<Path>> table : files.entrySet()) {
      execute(connection, DuckDbTable.view(table.getKey(), table.getValue()));
    }
    for (View view : Views.neededBy(query)) {
      execute(connection, "CREATE VIEW %s AS %s".formatted(view.name(), view.sql()));
    }
  }

  /** Takes from the database everything but these files, and the means to get it back. */
  private static void confine(Connection connection, Map<Table<?>, List<Path>> files)
      throws SQLException {
    String paths =
        files.values().stream()
            .flatMap(List::stream)
            .flatMap(file -> Stream.of(file.toAbsolutePath().toString(), DuckDbTable.pattern(file)))
            .distinct()
            .map(DuckDbTable::quoted)
            .collect(Collectors.joining(", ", "[", "]"));
    execute(connection, "SET memory_limit = '%s'".formatted(MEMORY));
    execute(connection, "SET temp_directory = ''");
    execute(connection, "SET autoinstall_known_extensions = false");
    execute(connection, "SET autoload_known_extensions = false");
    execute(connection, "SET allow_community_extensions = false");
    execute(connection, "SET allowed_paths = %s".formatted(paths));
    execute(connection, "SET enable_external_access = false");
    execute(connection, "SET lock_configuration = true");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
