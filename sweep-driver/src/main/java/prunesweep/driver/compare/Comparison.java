package prunesweep.driver.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.compare.ComparedFigure.Judgement;
import prunesweep.driver.compare.ComparedFigure.Mean;
import prunesweep.driver.compare.ComparedFigure.Place;
import prunesweep.driver.compare.ComparedFigure.Printed;
import prunesweep.driver.published.PrintedTable;
import prunesweep.driver.published.Source;
import prunesweep.driver.sql.QueryAnswer;
import prunesweep.driver.sql.ResultQuery;

/**
 * All figures that a source prints, beside ours.
 *
 * @param source where they are printed
 * @param figures in the order of the tables
 */
public record Comparison(Source source, List<ComparedFigure> figures) {

  private static final String FIGURES =
      """
      SELECT printed_in, row_name, what, column_name, theirs, step, unit, ours, ours_high - ours, n,
        verdict, sweep, mark, remark
      FROM comparison
      WHERE source = '%s' AND theirs IS NOT NULL
      ORDER BY figure
      """;

  public Comparison {
    figures = List.copyOf(figures);
  }

  /**
   * Compares what {@code source} prints with the results that {@code query} asks.
   *
   * @throws prunesweep.driver.tables.TablesException if there are no results
   */
  public static Comparison of(Source source, ResultQuery query) {
    List<ComparedFigure> figures = query.run(FIGURES.formatted(source.name()), Comparison::figures);
    return new Comparison(source, figures);
  }

  private static List<ComparedFigure> figures(QueryAnswer answer) {
    return answer.cells().stream().map(Comparison::figure).toList();
  }

  private static ComparedFigure figure(List<@Nullable String> cells) {
    return new ComparedFigure(
        new Place(text(cells, 0), text(cells, 1), text(cells, 2), text(cells, 3)),
        new Printed(number(cells, 4), number(cells, 5), text(cells, 6)),
        mean(cells),
        new Judgement(
            Verdict.of(text(cells, 10)), text(cells, 11), text(cells, 12), text(cells, 13)));
  }

  private static Optional<Mean> mean(List<@Nullable String> cells) {
    if (cells.get(7) == null) {
      return Optional.empty();
    }
    Optional<Double> reach = Optional.ofNullable(cells.get(8)).map(Double::valueOf);
    return Optional.of(new Mean(number(cells, 7), reach, Integer.parseInt(text(cells, 9))));
  }

  private static String text(List<@Nullable String> cells, int column) {
    return Objects.requireNonNull(cells.get(column));
  }

  private static double number(List<@Nullable String> cells, int column) {
    return Double.parseDouble(text(cells, column));
  }

  /** The tables of the source, in order. */
  public List<PrintedTable> tables() {
    return PrintedTable.all().stream()
        .filter(table -> table.source().equals(source.name()))
        .toList();
  }

  /** The figures of one table. */
  public List<ComparedFigure> of(PrintedTable table) {
    return figures.stream().filter(figure -> figure.place().table().equals(table.name())).toList();
  }

  /** How many figures have that verdict. */
  public long count(Verdict verdict) {
    return figures.stream().filter(figure -> figure.judgement().verdict() == verdict).count();
  }

  /** The most seeds that a figure of ours is the mean of. */
  public int seeds() {
    return figures.stream()
        .flatMap(figure -> figure.ours().stream())
        .mapToInt(Mean::seeds)
        .max()
        .orElse(0);
  }

  /** The names of configs in {@code conf} that run what was not run. */
  public List<String> missingSweeps() {
    return figures.stream()
        .map(ComparedFigure::judgement)
        .filter(judgement -> judgement.verdict() == Verdict.NOT_RUN)
        .map(Judgement::sweep)
        .distinct()
        .toList();
  }
}
