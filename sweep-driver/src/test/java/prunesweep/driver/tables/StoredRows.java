package prunesweep.driver.tables;

import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as text, as Spark writes values: a paragraph a table, with its name, its columns and its
 * rows in order, a tab between two cells.
 *
 * @param tables by name
 */
public record StoredRows(Map<String, OfTable> tables) {

  private static final Pattern DOUBLE = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * The rows of a table.
   *
   * @param columns their names
   * @param rows a line each, sorted
   */
  public record OfTable(List<String> columns, List<String> rows) {

    /** These rows, in whatever order a reader gives them. */
    public static OfTable of(
        List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
      return new OfTable(columns, rows.stream().map(StoredRows::line).sorted().toList());
    }
  }

  static StoredRows parse(String text) {
    Map<String, OfTable> tables = new LinkedHashMap<>();
    for (String paragraph : text.strip().split("\n\n", -1)) {
      List<String> lines = paragraph.lines().toList();
      List<String> rows = lines.subList(2, lines.size()).stream().map(StoredRows::exact).toList();
      tables.put(
          lines.get(0),
          new OfTable(List.of(lines.get(1).split("\t", -1)), rows.stream().sorted().toList()));
    }
    return new StoredRows(tables);
  }

  private static String line(List<? extends @Nullable Object> row) {
    List<String> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell(cell)));
    return String.join("\t", cells);
  }

  /** Of a line that another version of Java wrote, which may write a double in more digits. */
  private static String exact(String line) {
    return Stream.of(line.split("\t", -1)).map(StoredRows::cell).collect(Collectors.joining("\t"));
  }

  private static String cell(@Nullable Object value) {
    String text = Objects.requireNonNull(plain(value)).replace("\n", "\\n").replace("\t", "\\t");
    return DOUBLE.matcher(text).matches() ? Double.toString(Double.parseDouble(text)) : text;
  }

  private static String plain(@Nullable Object value) {
    if (value instanceof Blob blob) {
      try {
        return HexFormat.of().withUpperCase().formatHex(blob.getBytes(1, (int) blob.length()));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    if (value instanceof OffsetDateTime time) {
      return TIME.format(time.toInstant());
    }
    return value instanceof Instant time ? TIME.format(time) : String.valueOf(value);
  }
}
