package prunesweep.driver.published;

import java.util.List;
import prunesweep.driver.published.PrintedFigure.Place;
import prunesweep.driver.published.PrintedFigure.Remark;

/**
 * What there is to know about rows and figures of the published tables.
 *
 * @param rows of the file of remarks; one without a column is about the whole row
 */
record Remarks(List<ResourceRow> rows) {

  static Remarks read() {
    return new Remarks(ResourceTable.rows("remarks"));
  }

  Remark about(Place place) {
    return rows.stream()
        .filter(row -> row.cell("table").equals(place.table()))
        .filter(row -> row.cell("row").equals(place.row()))
        .filter(row -> row.cell("column").isEmpty() || row.cell("column").equals(place.column()))
        .findFirst()
        .map(row -> new Remark(row.cell("mark"), row.cell("remark")))
        .orElse(Remark.NONE);
  }
}
