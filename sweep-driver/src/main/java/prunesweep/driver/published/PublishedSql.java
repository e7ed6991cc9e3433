package prunesweep.driver.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published figures as SQL, for the files of views. */
public final class PublishedSql {

  private PublishedSql() {}

  /**
   * A list of rows, for {@code VALUES}: one a figure and model, none left out: number of the
   * figure, source, table, row, the row in words, column, unit, value, one in its last digit,
   * standard error, moment, measure, models of the figure, model, sweep, mark and remark.
   */
  public static String figures() {
    return Rows.TEXT;
  }

  /** Made when it is first asked for. */
  private static final class Rows {

    private static final String TEXT = rows();
  }

  private static String rows() {
    Map<String, String> sweeps = new HashMap<>();
    Model.all().forEach(model -> sweeps.put(model.name(), model.sweep()));
    List<String> rows = new ArrayList<>();
    int number = 0;
    for (PrintedFigure figure : PrintedTable.figures()) {
      number++;
      List<String> models = figure.measured().models();
      for (String model : models.isEmpty() ? List.of("") : models) {
        rows.add(row(number, figure, model, sweeps.getOrDefault(model, "")));
      }
    }
    return String.join(",\n", rows);
  }

  private static String row(int number, PrintedFigure figure, String model, String sweep) {
    PrintedFigure.Place place = figure.place();
    PrintedFigure.Value value = figure.value();
    PrintedFigure.Measured measured = figure.measured();
    return Stream.of(
            Stream.of(String.valueOf(number)),
            texts(place.source(), place.table(), place.row(), place.what(), place.column()),
            texts(figure.unit()),
            Stream.of(value.digits(), value.step(), value.standardError()).map(SqlText::number),
            texts(measured.moment(), measured.measure()),
            Stream.of(String.valueOf(measured.models().size())),
            texts(model, sweep, figure.remark().mark(), figure.remark().text()))
        .flatMap(cells -> cells)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Stream<String> texts(String... texts) {
    return Stream.of(texts).map(SqlText::quoted);
  }

  /**
   * An expression for a row of {@code trials}: the model that it is a trial of, or null.
   *
   * @param older what settings are that a model's lines do not name
   */
  public static String modelOfTrial(List<Setting> older) {
    return new ModelOfTrial(older).sql();
  }
}
