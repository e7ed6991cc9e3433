package prunesweep.trainer.data.csv;

import java.util.List;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.LabelledRows;
import prunesweep.trainer.data.file.DataFile;

/** The rows of one CSV file, whose classes somebody else has named. */
public final class CsvRows {

  private CsvRows() {}

  /**
   * The rows of {@code source}; a label is the name of its class, or its number.
   *
   * @param classNames what the classes are called, class 0 first
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  public static LabelledRows read(DataFile source, CsvLayout layout, List<String> classNames) {
    CsvTable table = CsvReader.read(source, layout);
    short[] labels = new short[table.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = (short) label(table, row, classNames);
    }
    return new LabelledRows(table, labels);
  }

  private static int label(CsvTable table, int row, List<String> classNames) {
    String label = table.label(row);
    int place = classNames.indexOf(label);
    if (place < 0 && label.matches("\\d{1,9}")) {
      place = Integer.parseInt(label);
    }
    if (place < 0 || place >= classNames.size()) {
      throw DataException.unreadable(
          table.file(),
          table.labelPlace(row),
          "a class of the network (%s)".formatted(String.join(", ", classNames)),
          label);
    }
    return place;
  }
}
