package prunesweep.trainer.data.csv;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.commons.lang3.StringUtils;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.csv.CsvTable.CsvRow;
import prunesweep.trainer.data.file.DataFile;
import prunesweep.trainer.data.file.FailureReason;
import prunesweep.trainer.data.file.Gzip;
import prunesweep.trainer.data.file.Sha256;

/**
 * Reader of one CSV file (RFC 4180), gzip or plain, in UTF-8: commas, and quotes where a cell needs
 * them; spaces around cells and empty lines are skipped.
 */
final class CsvReader {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(false) // Else records would not be counted as lines are.
          .get();

  private static final int MOST_LINE_BYTES = 64 << 20;

  // Three objects a row and their references, beside the numbers.
  private static final int ROW_BYTES = 100;

  /** Part of a file after which the number of its rows can be told, to a factor of two. */
  private static final double TELLING_PART = 0.02;

  private static final String OF_NUMBERS = "0123456789+-.eE";

  private final String file;
  private final CsvLayout layout;

  private CsvReader(String file, CsvLayout layout) {
    this.file = file;
    this.layout = layout;
  }

  /**
   * The content of {@code source}.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  static CsvTable read(DataFile source, CsvLayout layout) {
    CsvReader reader = new CsvReader(source.name(), layout);
    try {
      return reader.open(source);
    } catch (UncheckedIOException e) {
      throw reader.problem(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw reader.problem(e);
    } catch (OutOfMemoryError e) {
      String memory =
          "small enough for a memory of %d bytes".formatted(Runtime.getRuntime().maxMemory());
      throw DataException.unreadable(source.name(), "it", memory, "more", e);
    }
  }

  private DataException problem(IOException cause) {
    if (cause instanceof CSVException) {
      return DataException.unreadable(
          file, "its text", "well-formed CSV", FailureReason.of(cause), cause);
    }
    if (cause instanceof CharacterCodingException) {
      return DataException.unreadable(file, "its text", "UTF-8", "other bytes", cause);
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return DataException.unreadable(
          file, "its gzip data", "complete and undamaged", FailureReason.of(cause), cause);
    }
    return DataException.unreadable(file, "it", "readable", FailureReason.of(cause), cause);
  }

  /**
   * Bytes that break off where a line is longer than one of any table, as in a file without lines.
   */
  private static final class Lines extends ProxyInputStream {

    private long sinceLine;

    Lines(InputStream bytes) {
      super(bytes);
    }

    @Override
    protected void afterRead(int count) throws IOException {
      sinceLine += Math.max(0, count);
      if (sinceLine > MOST_LINE_BYTES) {
        throw new IOException("a line of more than %d bytes".formatted(MOST_LINE_BYTES));
      }
    }

    void lineEnded() {
      sinceLine = 0;
    }
  }

  private CsvTable open(DataFile source) throws IOException {
    long size = source.size();
    try (BoundedInputStream counted =
            BoundedInputStream.builder().setInputStream(source.open()).get();
        BufferedInputStream stored = new BufferedInputStream(counted);
        InputStream plain = Gzip.isStartOf(stored) ? Gzip.unpacked(stored) : stored;
        Lines lines = new Lines(plain);
        DigestInputStream digested = new DigestInputStream(lines, Sha256.digest());
        Reader text = text(digested);
        CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      CSVRecord first = first(records);
      CsvColumns columns = CsvColumns.of(file, first.toList(), layout);
      List<CsvRow> rows = new ArrayList<>();
      if (!layout.header()) {
        rows.add(row(first, columns));
      }
      records.forEachRemaining(
          each -> {
            lines.lineEnded();
            if (!isEmpty(each)) {
              rows.add(row(each, columns));
              requireMemory(rows.size(), columns.count() - 1);
              requireLikelyMemory(rows.size(), (double) counted.getCount() / size, columns);
            }
          });
      requireSize(rows.size(), columns.count() - 1);
      String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      return new CsvTable(file, columns, rows, sha256);
    }
  }

  private static Reader text(InputStream bytes) throws IOException {
    return new InputStreamReader(
        BOMInputStream.builder().setInputStream(bytes).get(),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private CSVRecord first(Iterator<CSVRecord> records) {
    while (records.hasNext()) {
      CSVRecord record = records.next();
      if (!isEmpty(record)) {
        return record;
      }
    }
    throw DataException.unreadable(file, "its length", "at least a line", "an empty file");
  }

  private static boolean isEmpty(CSVRecord record) {
    return record.size() == 1 && record.get(0).isEmpty();
  }

  private CsvRow row(CSVRecord cells, CsvColumns columns) {
    long line = cells.getRecordNumber();
    if (cells.size() != columns.count()) {
      throw DataException.unreadable(
          file,
          "line " + line,
          "%d cells as its first line has".formatted(columns.count()),
          cells.size());
    }
    double[] values = new double[columns.count() - 1];
    for (int feature = 0; feature < values.length; feature++) {
      int column = columns.ofFeature(feature);
      values[feature] = number(cells.get(column), line, column, columns);
    }
    return new CsvRow(line, values, label(cells.get(columns.label()), line, columns));
  }

  /** Java's own rules would also take NaN, Infinity, 1f and 0x1p3. */
  private double number(String cell, long line, int column, CsvColumns columns) {
    try {
      double number =
          StringUtils.containsOnly(cell, OF_NUMBERS) ? Double.parseDouble(cell) : Double.NaN;
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of any other cell that is no number.
    }
    throw DataException.unreadable(
        file, columns.place(line, column), "a finite number such as -1.5e3", shown(cell));
  }

  private String label(String cell, long line, CsvColumns columns) {
    if (cell.isEmpty()) {
      throw DataException.unreadable(
          file, columns.place(line, columns.label()), "a label", shown(cell));
    }
    return cell;
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "nothing" : StringUtils.abbreviate(cell.replaceAll("\\s", " "), 40);
  }

  /** Says what is too large before the memory is full and everything slow. */
  private void requireMemory(long rows, int inputs) {
    if (bytes(rows, inputs) > memory() / 2) {
      throw tooLarge("more than %d rows of %d numbers".formatted(rows - 1, inputs));
    }
  }

  /** Says it before minutes are spent on rows that will be too many by far. */
  private void requireLikelyMemory(long rows, double part, CsvColumns columns) {
    int inputs = columns.count() - 1;
    if (part > TELLING_PART && bytes(rows, inputs) / part > memory()) {
      throw tooLarge("about %.0f rows of %d numbers".formatted(rows / part, inputs));
    }
  }

  private static long bytes(long rows, int inputs) {
    return rows * (ROW_BYTES + (long) Double.BYTES * inputs);
  }

  private static long memory() {
    return Runtime.getRuntime().maxMemory();
  }

  private DataException tooLarge(String found) {
    return DataException.unreadable(
        file, "it", "small enough for half a memory of %d bytes".formatted(memory()), found);
  }

  private void requireSize(int rows, int inputs) {
    if (rows == 0) {
      throw DataException.unreadable(file, "its number of rows", "at least 1", 0);
    }
    if ((long) rows * inputs > Integer.MAX_VALUE - 8) {
      throw DataException.unreadable(
          file,
          "its numbers",
          "at most %d".formatted(Integer.MAX_VALUE - 8),
          "%d x %d".formatted(rows, inputs));
    }
  }
}
