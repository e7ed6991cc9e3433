package prunesweep.driver.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.List;

/** A table of text with a header, as wide as its contents. */
public final class TextTable {

  private TextTable() {}

  /** Prints {@code rows}, each as long as {@code columns}, to {@code writer}. */
  public static void print(List<String> columns, List<List<String>> rows, PrintWriter writer) {
    Column[] headers =
        columns.stream()
            .map(Printable::line)
            .map(name -> new Column().header(name).dataAlign(HorizontalAlign.LEFT).maxWidth(200))
            .toArray(Column[]::new);
    boolean isOneText = columns.size() == 1 && rows.size() == 1;
    String[][] cells =
        rows.stream()
            .map(row -> row.stream().map(cell -> shown(cell, isOneText)).toArray(String[]::new))
            .toArray(String[][]::new);
    writer.println(AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, headers, cells));
    writer.flush();
  }

  /** A text that is all there is, such as a plan of Spark's, keeps its lines. */
  private static String shown(String cell, boolean isOneText) {
    return isOneText ? Printable.lines(cell) : Printable.line(cell);
  }
}
