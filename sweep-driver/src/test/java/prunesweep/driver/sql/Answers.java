package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;

/** Asks both engines. */
final class Answers implements AutoCloseable {

  /** An answer that was read. */
  record Read(List<String> columns, List<List<@Nullable String>> cells) {

    /** The rows as the values of columns by name. */
    List<Map<String, @Nullable String>> rows() {
      List<Map<String, @Nullable String>> rows = new ArrayList<>();
      for (List<@Nullable String> row : cells) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
          values.put(columns.get(column), row.get(column));
        }
        rows.add(values);
      }
      return rows;
    }

    /** The rows with each number to 10 digits, as sums in another order differ in later ones. */
    List<List<@Nullable String>> rounded() {
      return cells.stream().map(row -> row.stream().map(Read::rounded).toList()).toList();
    }

    static String rounded(@Nullable String cell) {
      try {
        return "%.10g".formatted(Double.parseDouble(Objects.requireNonNull(cell)));
      } catch (NumberFormatException | NullPointerException e) {
        return String.valueOf(cell);
      }
    }
  }

  /** To make code for a plan and to plan it again takes longer than some rows do. */
  static final Map<String, String> FOR_FEW_ROWS =
      Map.of(
          "spark.sql.shuffle.partitions",
          "1",
          "spark.sql.adaptive.enabled",
          "false",
          "spark.sql.codegen.wholeStage",
          "false",
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN");

  private final OpenSession session = Sessions.open("test", new Master("local[2]"), FOR_FEW_ROWS);

  /** One at a time: views of a session are of the results that were asked last. */
  private @Nullable Path asked;

  private @Nullable ResultQuery asking;

  Read bySpark(String query, Path results) {
    return read(spark(results), query);
  }

  private ResultQuery spark(Path results) {
    if (asking == null || !results.equals(asked)) {
      asked = results;
      asking = new ResultQuery(session, results);
    }
    return asking;
  }

  /** The columns alone, without running the query. */
  List<String> columnsBySpark(String query, Path results) {
    return spark(results).run(query, QueryAnswer::columns);
  }

  static Read byDuckDb(String query, Path results) {
    return read(ResultQuery.byDuckDb(results), query);
  }

  private static Read read(ResultQuery engine, String query) {
    return engine.run(query, answer -> new Read(answer.columns(), answer.cells()));
  }

  @Override
  public void close() {
    session.close();
  }
}
