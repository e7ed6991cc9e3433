package prunesweep.trainer.data.csv;

import java.util.List;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.RawValues;

/**
 * Contents of a CSV file.
 *
 * @param file the name of the file, for messages
 * @param columns the columns, their labels among them
 * @param content its lines with data, at least one
 * @param sha256 SHA-256 of the whole uncompressed file, in hexadecimal
 */
record CsvTable(String file, CsvColumns columns, List<CsvRow> content, String sha256)
    implements RawValues {

  /**
   * A line with data.
   *
   * @param line its number, from 1
   * @param values the features, in the order of their columns
   * @param label the label as it is written
   */
  @SuppressWarnings("ArrayRecordComponent") // Read only.
  record CsvRow(long line, double[] values, String label) {}

  @Override
  public int rows() {
    return content.size();
  }

  @Override
  public int inputs() {
    return columns.count() - 1;
  }

  @Override
  public double value(int row, int column) {
    return content.get(row).values()[column];
  }

  String label(int row) {
    return content.get(row).label();
  }

  @Override
  public String place(int row, int column) {
    return columns.place(content.get(row).line(), columns.ofFeature(column));
  }

  /** The place of a row's label in the file, for messages. */
  String labelPlace(int row) {
    return columns.place(content.get(row).line(), columns.label());
  }

  @Override
  public ByteFeatures bytes() {
    byte[] bytes = new byte[Math.multiplyExact(rows(), inputs())];
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < inputs(); column++) {
        bytes[row * inputs() + column] = (byte) wholeByte(row, column);
      }
    }
    return new ByteFeatures(bytes, inputs());
  }

  private int wholeByte(int row, int column) {
    double value = value(row, column);
    if (value != Math.rint(value) || value < 0 || value > 255) {
      throw DataException.unreadable(
          file,
          place(row, column),
          "a whole number from 0 to 255 for dataset.normalisation = byte",
          value);
    }
    return (int) value;
  }
}
