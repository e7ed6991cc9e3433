package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.run.RunReport;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.FinishedTrial.Figures;
import prunesweep.driver.tables.TrialStatus;

/** The table at the end of a run. */
final class RunSummary {

  private static final List<String> COLUMNS =
      List.of(
          "trial",
          "what",
          "seed",
          "status",
          "cycles",
          "epochs",
          "target",
          "reached",
          "sparsity",
          "train",
          "validation",
          "test",
          "seconds");

  private RunSummary() {}

  static void print(RunReport report, Path out, PrintWriter writer) {
    TrialLabels labels =
        TrialLabels.of(report.plan().trials().stream().map(PlannedTrial::spec).toList());
    TextTable.print(
        COLUMNS, report.lines().stream().map(line -> row(line, labels)).toList(), writer);
    report.lines().stream()
        .flatMap(line -> line.finished().stream())
        .forEach(
            trial ->
                trial
                    .error()
                    .ifPresent(
                        error -> writer.println(trial.id() + ": " + Printable.sentence(error))));
    int done = report.count(TrialStatus.DONE);
    int failed = report.count(TrialStatus.FAILED);
    writer.printf(
        "%d %s: %d done, %d failed, %d not run; tables in %s%n",
        report.lines().size(),
        report.lines().size() == 1 ? "trial" : "trials",
        done,
        failed,
        report.lines().size() - done - failed,
        Printable.line(out.resolve("tables").toString()));
    printTargets(report, writer);
    writer.flush();
  }

  private static void printTargets(RunReport report, PrintWriter writer) {
    List<FinishedTrial> aiming =
        report.lines().stream()
            .flatMap(line -> line.finished().stream())
            .filter(trial -> trial.figures().flatMap(Figures::targetReached).isPresent())
            .toList();
    if (!aiming.isEmpty()) {
      long missed = aiming.stream().filter(FinishedTrial::missedTarget).count();
      writer.printf("Missed their target: %d of %d%n", missed, aiming.size());
    }
  }

  private static List<String> row(RunReport.Line line, TrialLabels labels) {
    Optional<FinishedTrial> trial = line.finished();
    Optional<Figures> figures = trial.flatMap(FinishedTrial::figures);
    return List.of(
        line.trial().id().value(),
        labels.of(line.trial().spec()),
        Long.toString(line.trial().spec().seed()),
        trial.map(row -> row.status().label()).orElse("not run"),
        shown(figures, row -> String.valueOf(row.cyclesDone())),
        shown(figures, row -> String.valueOf(row.epochs())),
        shown(trial.flatMap(FinishedTrial::target), RunSummary::share),
        shown(figures.flatMap(Figures::targetReached), isReached -> isReached ? "yes" : "no"),
        shown(figures, row -> share(row.sparsity())),
        shown(figures, row -> share(row.trainAccuracy())),
        shown(figures, row -> share(row.validationAccuracy())),
        shown(figures, row -> share(row.testAccuracy())),
        shown(trial, row -> String.format(Locale.ROOT, "%.1f", row.seconds())));
  }

  private static <T> String shown(Optional<T> value, Function<T, String> text) {
    return value.map(text).orElse("");
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
