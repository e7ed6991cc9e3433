package prunesweep.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import prunesweep.benchmarks.contest.ContestResult.Time;
import prunesweep.benchmarks.contest.Summary;
import prunesweep.driver.cli.TextTable;

/** The report for people. */
final class ReportText {

  private ReportText() {}

  static void print(Report report, PrintWriter out) {
    report.header().forEach((name, value) -> out.printf("%s: %s%n", name, value));
    TextTable.print(
        List.of("contestant", "kernel", "ms a step", "min", "max", "over this engine, dense"),
        report.result().times().stream().map(ReportText::time).toList(),
        out);
    TextTable.print(
        List.of("matrix product", "by", "us", "GFLOP/s"),
        report.products().stream().flatMap(time -> products(time).stream()).toList(),
        out);
    TextTable.print(
        List.of("ratio", "median", "min", "max"),
        report.result().ratios().stream()
            .map(ratio -> row(List.of(ratio.label()), ratio.value()))
            .toList(),
        out);
  }

  private static List<String> time(Time time) {
    List<String> names = List.of(time.label(), time.facts().getOrDefault("kernel", "-"));
    List<String> row = row(names, time.series().summary());
    row.add(number(time.overDense().median()));
    return row;
  }

  private static List<List<String>> products(Time time) {
    List<List<String>> rows = new ArrayList<>();
    for (ProductFigure figure : ProductFigure.of(time)) {
      rows.add(
          List.of(
              figure.label(),
              time.label(),
              String.format(Locale.ROOT, "%.1f", figure.microseconds()),
              String.format(Locale.ROOT, "%.1f", figure.gigaflops())));
    }
    return rows;
  }

  private static List<String> row(List<String> names, Summary summary) {
    List<String> row = new ArrayList<>(names);
    row.add(number(summary.median()));
    row.add(number(summary.minimum()));
    row.add(number(summary.maximum()));
    return row;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
