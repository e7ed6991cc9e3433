package prunesweep.driver.published;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The CSV files among the resources. */
final class ResourceTable {

  private ResourceTable() {}

  /** The rows of the file {@code name}; an empty cell is an empty text. */
  static List<ResourceRow> rows(String name) {
    String file = "/prunesweep/published/%s.csv".formatted(name);
    try (InputStream stream = ResourceTable.class.getResourceAsStream(file)) {
      return rows(Objects.requireNonNull(stream, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ResourceRow> rows(InputStream stream) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    settings.setNullValue("");
    List<ResourceRow> rows = new ArrayList<>();
    for (Record record : new CsvParser(settings).iterateRecords(stream, "UTF-8")) {
      Map<String, String> cells = new HashMap<>();
      for (String column : record.getMetaData().headers()) {
        cells.put(column, record.getString(column));
      }
      rows.add(new ResourceRow(cells));
    }
    return rows;
  }
}
