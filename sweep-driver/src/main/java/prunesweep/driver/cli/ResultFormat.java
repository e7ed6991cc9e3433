package prunesweep.driver.cli;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.sql.QueryAnswer;

/** Formats of the answer to a query. */
enum ResultFormat {
  /** For people. */
  table {
    @Override
    String render(QueryAnswer answer) {
      StringWriter text = new StringWriter();
      List<List<String>> cells = answer.cells().stream().map(ResultFormat::withNullAsWord).toList();
      TextTable.print(answer.columns(), cells, new PrintWriter(text));
      return text.toString();
    }
  },
  /** A header and a line a row; nothing between the commas is null. */
  csv {
    @Override
    String render(QueryAnswer answer) {
      StringWriter text = new StringWriter();
      CsvWriterSettings settings = new CsvWriterSettings();
      settings.getFormat().setLineSeparator("\n");
      settings.setEmptyValue("\"\"");
      CsvWriter writer = new CsvWriter(text, settings);
      writer.writeHeaders(answer.columns());
      answer.cells().forEach(row -> writer.writeRow(row.toArray()));
      writer.close();
      return text.toString();
    }
  },
  /** An array of objects, one a line. */
  json {
    @Override
    String render(QueryAnswer answer) {
      return "[\n" + String.join(",\n", answer.json()) + "\n]\n";
    }
  };

  abstract String render(QueryAnswer answer);

  private static List<String> withNullAsWord(List<@Nullable String> row) {
    return row.stream().map(String::valueOf).toList();
  }
}
