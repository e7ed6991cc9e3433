package prunesweep.driver.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.List;

/** A table of text with a header, as wide as its contents. */
public final class TextTable {

  /** Columns that the last column of a table needs beside its text. */
  static final int RULES = 4;

  private static final int WIDEST = 200;

  private TextTable() {}

  /** Prints {@code rows}, each as long as {@code columns}, to {@code writer}. */
  public static void print(List<String> columns, List<List<String>> rows, PrintWriter writer) {
    print(columns, rows, WIDEST, writer);
  }

  /** The same, with the last column broken into lines of at most {@code lastWidth}. */
  static void print(
      List<String> columns, List<List<String>> rows, int lastWidth, PrintWriter writer) {
    Column[] headers =
        columns.stream()
            .map(Printable::line)
            .map(name -> new Column().header(name).dataAlign(HorizontalAlign.LEFT).maxWidth(WIDEST))
            .toArray(Column[]::new);
    headers[headers.length - 1].maxWidth(lastWidth + 2);
    boolean isOneText = columns.size() == 1 && rows.size() == 1;
    String[][] cells =
        rows.stream()
            .map(row -> row.stream().map(cell -> shown(cell, isOneText)).toArray(String[]::new))
            .toArray(String[][]::new);
    writer.println(AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, headers, cells));
    writer.flush();
  }

  /** The width of a table of {@code rows}, all equally long, without its last rule. */
  static int width(List<List<String>> rows) {
    int width = 0;
    for (int column = 0; column < rows.get(0).size(); column++) {
      int place = column;
      width += 3 + rows.stream().mapToInt(row -> row.get(place).length()).max().orElse(0);
    }
    return width;
  }

  /** A text that is all there is, such as a plan of Spark's, keeps its lines. */
  private static String shown(String cell, boolean isOneText) {
    return isOneText ? Printable.lines(cell) : Printable.line(cell);
  }
}
