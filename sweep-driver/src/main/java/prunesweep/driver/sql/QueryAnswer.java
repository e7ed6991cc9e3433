package prunesweep.driver.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** The answer to a query, as text; calculated when it is asked for, times in UTC. */
public final class QueryAnswer {

  /** More are a table for a program, which reads the Parquet files itself. */
  private static final int MOST_ROWS = 1_000_000;

  private final Dataset<Row> rows;

  QueryAnswer(Dataset<Row> rows) {
    this.rows = rows;
  }

  /**
   * The rows of {@code answer}, an answer of this query.
   *
   * @throws QueryException if they are too many to be shown
   */
  private static <T> List<T> collected(Dataset<T> answer) {
    List<T> rows = answer.limit(MOST_ROWS + 1).collectAsList();
    if (rows.size() > MOST_ROWS) {
      throw new QueryException(
          "Cannot run the query: its answer must have at most %d rows, got more; add a LIMIT"
              .formatted(MOST_ROWS));
    }
    return rows;
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
        IntStream.range(0, positions.length)
            .mapToObj(position -> text(position, rows.schema().fields()[position].dataType()))
            .toArray(Column[]::new);
    return collected(rows.toDF(positions).select(texts)).stream().map(QueryAnswer::cells).toList();
  }

  /** Bytes are no text: they are shown as hexadecimal digits. */
  private static Column text(int position, DataType type) {
    Column column = functions.col(String.valueOf(position));
    return type.equals(DataTypes.BinaryType) ? functions.hex(column) : column.cast("string");
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
    return collected(rows.toJSON());
  }
}
