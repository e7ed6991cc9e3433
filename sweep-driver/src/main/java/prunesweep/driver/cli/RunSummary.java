package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.run.RunReport;
import prunesweep.driver.tables.FinishedTrial;
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
        "%d trials: %d done, %d failed, %d not run; tables in %s%n",
        report.lines().size(),
        done,
        failed,
        report.lines().size() - done - failed,
        Printable.line(out.resolve("tables").toString()));
    writer.flush();
  }

  private static List<String> row(RunReport.Line line, TrialLabels labels) {
    Optional<FinishedTrial> trial = line.finished();
    return List.of(
        line.trial().id().value(),
        labels.of(line.trial().spec()),
        Long.toString(line.trial().spec().seed()),
        trial.map(row -> row.status().label()).orElse("not run"),
        trial.flatMap(FinishedTrial::cyclesDone).map(String::valueOf).orElse(""),
        trial.flatMap(FinishedTrial::epochs).map(String::valueOf).orElse(""),
        trial.flatMap(FinishedTrial::sparsity).map(RunSummary::share).orElse(""),
        trial.flatMap(FinishedTrial::trainAccuracy).map(RunSummary::share).orElse(""),
        trial.flatMap(FinishedTrial::validationAccuracy).map(RunSummary::share).orElse(""),
        trial.flatMap(FinishedTrial::testAccuracy).map(RunSummary::share).orElse(""),
        trial.map(row -> String.format(Locale.ROOT, "%.1f", row.seconds())).orElse(""));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
