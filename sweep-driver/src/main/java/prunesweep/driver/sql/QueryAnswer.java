package prunesweep.driver.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The answer to a query, as text; calculated when it is asked for, times in UTC. */
public final class QueryAnswer {

  private final Dataset<Row> rows;

  QueryAnswer(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** The names of the columns; a name may stand there twice. */
  public List<String> columns() {
    return List.of(rows.columns());
  }

  /** The cells row by row, null where SQL has null. */
  public List<List<@Nullable String>> cells() {
    String[] positions =
        IntStream.range(0, rows.columns().length).mapToObj(String::valueOf).toArray(String[]::new);
    Column[] texts =
        Arrays.stream(positions)
            .map(position -> functions.col(position).cast("string"))
            .toArray(Column[]::new);
    return rows.toDF(positions).select(texts).collectAsList().stream()
        .map(QueryAnswer::cells)
        .toList();
  }

  private static List<@Nullable String> cells(Row row) {
    List<@Nullable String> cells = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      cells.add(row.isNullAt(column) ? null : row.getString(column));
    }
    return cells;
  }

  /** A JSON object a row, nulls included. */
  public List<String> json() {
    return rows.toJSON().collectAsList();
  }
}
