package prunesweep.driver.cli;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the answer to a query is written. */
enum ResultFormat {
  /** For people. */
  table {
    @Override
    String render(Dataset<Row> rows) {
      StringWriter text = new StringWriter();
      TextTable.print(Arrays.asList(rows.columns()), cells(rows, "null"), new PrintWriter(text));
      return text.toString();
    }
  },
  /** A header and a line a row; nothing between the commas is null. */
  csv {
    @Override
    String render(Dataset<Row> rows) {
      StringWriter text = new StringWriter();
      CsvWriterSettings settings = new CsvWriterSettings();
      settings.getFormat().setLineSeparator("\n");
      settings.setEmptyValue("\"\"");
      CsvWriter writer = new CsvWriter(text, settings);
      writer.writeHeaders(rows.columns());
      cells(rows, "").forEach(row -> writer.writeRow(row.toArray()));
      writer.close();
      return text.toString();
    }
  },
  /** An array of objects, one a line. */
  json {
    @Override
    String render(Dataset<Row> rows) {
      return "[\n" + String.join(",\n", rows.toJSON().collectAsList()) + "\n]\n";
    }
  };

  abstract String render(Dataset<Row> rows);

  private static List<List<String>> cells(Dataset<Row> rows, String ofNull) {
    return rows.collectAsList().stream().map(row -> cells(row, ofNull)).toList();
  }

  private static List<String> cells(Row row, String ofNull) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> row.isNullAt(column) ? ofNull : String.valueOf(row.get(column)))
        .toList();
  }
}
