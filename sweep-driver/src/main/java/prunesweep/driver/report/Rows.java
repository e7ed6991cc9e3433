package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.sql.QueryAnswer;

/**
 * An answer that was read, to be put into the page column by column.
 *
 * @param columns the names of the columns
 * @param cells row by row, null where SQL has null
 */
record Rows(List<String> columns, List<List<@Nullable String>> cells) {

  /** Enough for a picture, and for an accuracy of any test set. */
  private static final MathContext DIGITS = new MathContext(7);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Rows of(QueryAnswer answer) {
    return new Rows(answer.columns(), answer.cells());
  }

  int size() {
    return cells.size();
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** The cell of a row, counted from 0. */
  @Nullable String cell(int row, String column) {
    return cells.get(row).get(place(column));
  }

  /**
   * Puts some columns of numbers into {@code data}; null where there is none or an infinite one.
   */
  Rows numbers(ObjectNode data, String... names) {
    for (String name : names) {
      ArrayNode numbers = data.putArray(name);
      int place = place(name);
      cells.forEach(row -> add(numbers, row.get(place)));
    }
    return this;
  }

  private static void add(ArrayNode numbers, @Nullable String text) {
    double number = text == null ? Double.NaN : Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      numbers.addNull();
    } else if (number == Math.rint(number)) {
      numbers.add((long) number);
    } else {
      numbers.add(new BigDecimal(number).round(DIGITS).doubleValue());
    }
  }

  /** Puts some columns of texts into {@code data}: each text once, then its number in each row. */
  Rows texts(ObjectNode data, String... names) {
    for (String name : names) {
      data.set(name, coded(place(name)));
    }
    return this;
  }

  private ObjectNode coded(int place) {
    ObjectNode column = JSON.objectNode();
    ArrayNode values = column.putArray("values");
    ArrayNode codes = column.putArray("codes");
    Map<@Nullable String, Integer> known = new LinkedHashMap<>();
    for (List<@Nullable String> row : cells) {
      String text = row.get(place);
      Integer code = known.get(text);
      if (code == null) {
        code = known.size();
        known.put(text, code);
        values.add(text);
      }
      codes.add(code);
    }
    return column;
  }

  private int place(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("There is no column " + column + " in " + columns);
    }
    return place;
  }
}
