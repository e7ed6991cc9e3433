package prunesweep.driver.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A published table.
 *
 * @param name its number, or ours
 * @param file the resource with its rows
 * @param source the name of its {@link Source}
 * @param title what it is about
 */
public record PrintedTable(String name, String file, String source, String title) {

  private static final String ERROR = "_standard_error";
  private static final String LIST = "; ";

  /** All of them. */
  public static List<PrintedTable> all() {
    return ResourceTable.rows("tables").stream()
        .map(
            row ->
                new PrintedTable(
                    row.cell("table"), row.cell("file"), row.cell("source"), row.cell("title")))
        .toList();
  }

  /** The names of the columns, in order. */
  public List<String> columns() {
    return ResourceTable.rows("columns").stream()
        .filter(column -> column.cell("table").equals(name))
        .map(column -> column.cell("column"))
        .toList();
  }

  /** The figures of all tables, row by row; those that are not printed have an empty text. */
  static List<PrintedFigure> figures() {
    List<ResourceRow> columns = ResourceTable.rows("columns");
    Remarks remarks = Remarks.read();
    List<PrintedFigure> figures = new ArrayList<>();
    for (PrintedTable table : all()) {
      for (ResourceRow row : ResourceTable.rows(table.file())) {
        columns.stream()
            .filter(column -> column.cell("table").equals(table.name()))
            .map(column -> table.figure(row, column, remarks))
            .forEach(figures::add);
      }
    }
    return figures;
  }

  private PrintedFigure figure(ResourceRow row, ResourceRow column, Remarks remarks) {
    String columnName = column.cell("column");
    PrintedFigure.Place place =
        new PrintedFigure.Place(source, name, row.cell("row"), row.cell("what"), columnName);
    return new PrintedFigure(
        place,
        column.cell("unit"),
        new PrintedFigure.Value(row.cell(columnName), row.cellOrNone(columnName + ERROR)),
        new PrintedFigure.Measured(
            column.cell("moment"),
            column.cell("measure"),
            models(row.cell("trials"), column.cell("trials"))),
        remarks.about(place));
  }

  /** The models that a cell names, each put into the pattern of the column. */
  private static List<String> models(String cell, String pattern) {
    if (cell.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(cell.split(LIST)).map(model -> pattern.replace("@", model)).toList();
  }
}
