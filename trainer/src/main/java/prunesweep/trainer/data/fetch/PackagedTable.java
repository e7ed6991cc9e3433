package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.idx.IdxWriter;
import prunesweep.trainer.data.source.KnownDataset.Table;

/**
 * A table of images in one file of a package; the first rows are the ones to learn from, and the
 * rest is for the final figures.
 *
 * @param table where it is, and the size of an image
 * @param trainImages number of rows to learn from
 */
record PackagedTable(Table table, int trainImages) implements PackageContents {

  @Override
  public void put(Path unpacked, Path directory) throws IOException {
    Path file = unpacked.resolve(table.path());
    if (!Files.isRegularFile(file)) {
      throw new IOException("the package lacks " + table.path());
    }
    List<CSVRecord> rows = rows(file);
    if (rows.size() <= trainImages) {
      throw new IOException(
          "%s must have more than %d rows, got %d"
              .formatted(table.path(), trainImages, rows.size()));
    }
    IdxWriter writer = new IdxWriter(directory, table.height(), table.width());
    List<CSVRecord> train = rows.subList(0, trainImages);
    writer.write(IdxFile.TRAIN_IMAGES, pixels(train));
    writer.write(IdxFile.TRAIN_LABELS, labels(train));
    List<CSVRecord> test = rows.subList(trainImages, rows.size());
    writer.write(IdxFile.TEST_IMAGES, pixels(test));
    writer.write(IdxFile.TEST_LABELS, labels(test));
  }

  private List<CSVRecord> rows(Path file) throws IOException {
    try (Reader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      List<CSVRecord> rows = parser.getRecords();
      for (CSVRecord row : rows) {
        if (row.size() != inputs() + 1) {
          throw new IOException(
              "%s, line %d must have %d cells, got %d"
                  .formatted(table.path(), row.getRecordNumber(), inputs() + 1, row.size()));
        }
      }
      return rows;
    }
  }

  private int inputs() {
    return table.height() * table.width();
  }

  private byte[] pixels(List<CSVRecord> rows) throws IOException {
    byte[] pixels = new byte[rows.size() * inputs()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = number(rows.get(i / inputs()), i % inputs());
    }
    return pixels;
  }

  private byte[] labels(List<CSVRecord> rows) throws IOException {
    byte[] labels = new byte[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = number(rows.get(i), inputs());
    }
    return labels;
  }

  private byte number(CSVRecord row, int column) throws IOException {
    String cell = row.get(column);
    int number = cell.matches("\\d{1,3}") ? Integer.parseInt(cell) : -1;
    if (number < 0 || number > 255) {
      throw new IOException(
          "%s, line %d must have whole numbers from 0 to 255, got %s"
              .formatted(table.path(), row.getRecordNumber(), cell));
    }
    return (byte) number;
  }
}
