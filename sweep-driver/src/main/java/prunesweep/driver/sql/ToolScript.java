package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import prunesweep.driver.tables.ResultFiles;
import prunesweep.driver.tables.Table;
import prunesweep.driver.tables.Tables;
import prunesweep.driver.views.Views;

/**
 * Scripts that bring the tables and views of a results folder into another tool, with later files
 * of it too.
 */
public final class ToolScript {

  private final Map<Table<?>, List<Path>> files;

  private ToolScript(Map<Table<?>, List<Path>> files) {
    this.files = files;
  }

  /**
   * Scripts for the results folder {@code results}.
   *
   * @throws prunesweep.driver.tables.TablesException if there are none
   */
  public static ToolScript of(Path results) {
    return ResultFiles.read(results, Tables.current(), ToolScript::new);
  }

  /** Statements for DuckDB. */
  public String duckDb() {
    StringBuilder script = new StringBuilder(ScriptFunctions.OF_DUCKDB);
    files.forEach(
        (table, some) ->
            add(script, "VIEW", table.name(), DuckDbTable.query(table, folderPatterns(some))));
    Views.all().forEach(view -> add(script, "VIEW", view.name(), view.sql()));
    return script.toString();
  }

  private static List<String> folderPatterns(List<Path> files) {
    return files.isEmpty() ? List.of() : List.of(DuckDbTable.pattern(folder(files)) + "/*.parquet");
  }

  private static Path folder(List<Path> files) {
    return Objects.requireNonNull(files.get(0).toAbsolutePath().getParent());
  }

  /** Lines of Python, in which DuckDB is a library. */
  public String python() {
    return """
    import duckdb  # pip install duckdb pandas

    sweep = duckdb.connect()
    sweep.execute(r\"\"\"
    %s\"\"\")
    # then, for example: sweep.sql("SELECT * FROM summary").df()
    """
        .formatted(duckDb());
  }

  /** Statements for Spark SQL, from 4.0 on. */
  public String spark() {
    StringBuilder script = new StringBuilder(ScriptFunctions.OF_SPARK);
    files.forEach((table, some) -> addForSpark(script, table, some));
    Views.all().forEach(view -> add(script, "TEMPORARY VIEW", view.name(), view.sql()));
    return script.toString();
  }

  /** Spark has null where a file lacks a column, which is not what all older files mean. */
  private static void addForSpark(StringBuilder script, Table<?> table, List<Path> files) {
    String columns =
        table.duckDbTypes().keySet().stream()
            .map(name -> DuckDbTable.column(table, name))
            .collect(Collectors.joining(", "));
    if (files.isEmpty()) {
      String none =
          Arrays.stream(table.structType().fields())
              .map(
                  field -> "CAST(NULL AS %s) AS %s".formatted(field.dataType().sql(), field.name()))
              .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
      add(script, "TEMPORARY VIEW", table.name(), none);
      return;
    }
    String raw = "prunesweep_" + table.name();
    String definitions = table.structType().toDDL();
    script.append(
        """
        CREATE OR REPLACE TEMPORARY VIEW %s (%s)
        USING parquet OPTIONS (path %s, '__globPaths__' 'false');

        """
            .formatted(raw, definitions, sparkText(folder(files))));
    add(script, "TEMPORARY VIEW", table.name(), "SELECT %s FROM %s".formatted(columns, raw));
  }

  /** A text of Spark, in which a backslash and a quote have one before them. */
  private static String sparkText(Path path) {
    return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /**
   * Statements for Trino with a catalogue {@code hive}: a schema and an external table a table. The
   * views are not among them: Trino's SQL has other words for some of what they call.
   */
  public String trino() {
    StringBuilder script = new StringBuilder("CREATE SCHEMA IF NOT EXISTS hive.prunesweep;\n\n");
    files.forEach(
        (table, some) -> {
          if (!some.isEmpty()) {
            addForTrino(script, table, folder(some));
          }
        });
    return script.toString();
  }

  private static void addForTrino(StringBuilder script, Table<?> table, Path folder) {
    String columns =
        table.duckDbTypes().entrySet().stream()
            .map(column -> "  %s %s".formatted(column.getKey(), trinoType(column.getValue())))
            .collect(Collectors.joining(",\n"));
    script.append(
        "CREATE TABLE hive.prunesweep.%s (\n%s\n) WITH (external_location = %s, format = 'PARQUET');\n\n"
            .formatted(table.name(), columns, DuckDbTable.quoted(folder.toUri().toString())));
  }

  /** The other types have the same names. */
  private static String trinoType(String duckDb) {
    return switch (duckDb) {
      case "BLOB" -> "VARBINARY";
      case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP(3)";
      default -> duckDb;
    };
  }

  private static void add(StringBuilder script, String kind, String name, String query) {
    script.append("CREATE OR REPLACE %s %s AS\n%s;\n\n".formatted(kind, name, query.strip()));
  }
}
