package prunesweep.driver.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A value in an answer of DuckDB, written as Spark writes it.
 *
 * @param value as the driver hands it over, null where SQL has null; an array of bytes for a blob
 */
record DuckDbValue(@Nullable Object value) {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter JSON_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  static DuckDbValue of(@Nullable Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return new DuckDbValue(blob.getBytes(1, (int) blob.length()));
    } else if (value instanceof OffsetDateTime time) {
      return new DuckDbValue(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    } else if (value instanceof Timestamp time) {
      return new DuckDbValue(time.toLocalDateTime());
    } else if (value instanceof Array array) {
      return new DuckDbValue(array.getArray());
    }
    return new DuckDbValue(value);
  }

  /** The value as a cell of a table; bytes are no text: they are hexadecimal digits. */
  @Nullable String text() throws SQLException {
    if (value == null) {
      return null;
    } else if (value instanceof byte[] bytes) {
      return HexFormat.of().withUpperCase().formatHex(bytes);
    } else if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    } else if (value instanceof Object[] list) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      for (Object item : list) {
        items.add(String.valueOf(of(item).text()));
      }
      return items.toString();
    }
    return value.toString();
  }

  /** The value in JSON: NaN and infinities, which JSON lacks, as texts, bytes in base 64. */
  JsonNode json(ObjectMapper mapper) throws SQLException {
    if (value instanceof LocalDateTime time) {
      return mapper.valueToTree(JSON_TIME.format(time));
    } else if (value instanceof Object[] list) {
      ArrayNode items = mapper.createArrayNode();
      for (Object item : list) {
        items.add(of(item).json(mapper));
      }
      return items;
    }
    return mapper.valueToTree(isPlain(value) ? value : String.valueOf(value));
  }

  private static boolean isPlain(@Nullable Object value) {
    return value == null
        || (value instanceof Number number && Double.isFinite(number.doubleValue()))
        || value instanceof Boolean
        || value instanceof byte[];
  }
}
