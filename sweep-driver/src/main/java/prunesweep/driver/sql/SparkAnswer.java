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

/**
 * The answer of Spark.
 *
 * @param rows what it would calculate
 */
record SparkAnswer(Dataset<Row> rows) implements QueryAnswer {

  private static <T> List<T> collected(Dataset<T> answer) {
    List<T> rows = answer.limit(QueryBounds.MOST_ROWS + 1).collectAsList();
    QueryBounds.requireRows(rows.size());
    return rows;
  }

  @Override
  public List<String> columns() {
    return List.of(rows.columns());
  }

  @Override
  public List<List<@Nullable String>> cells() {
    String[] positions =
        IntStream.range(0, rows.columns().length).mapToObj(String::valueOf).toArray(String[]::new);
    Column[] texts =
        IntStream.range(0, positions.length)
            .mapToObj(position -> text(position, rows.schema().fields()[position].dataType()))
            .toArray(Column[]::new);
    return collected(rows.toDF(positions).select(texts)).stream().map(SparkAnswer::cells).toList();
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

  @Override
  public List<String> json() {
    return collected(rows.toJSON());
  }
}
