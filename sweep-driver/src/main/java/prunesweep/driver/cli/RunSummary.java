package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.run.RunReport;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.FinishedTrial.Figures;
import prunesweep.driver.tables.TrialStatus;

/** The table at the end of a run: a row a combination of settings, the best one marked. */
final class RunSummary {

  private static final String BEST = "*";
  private static final String WHAT = "what";

  /** Of the table on a terminal that does not say its own. */
  private static final int WIDTH = 100;

  private static final int LEAST_WIDTH_OF_WHAT = 20;

  private RunSummary() {}

  static void print(RunReport report, Path out, PrintWriter writer) {
    printTable(report, writer);
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

  private static void printTable(RunReport report, PrintWriter writer) {
    TrialLabels labels =
        TrialLabels.of(report.plan().trials().stream().map(PlannedTrial::spec).toList());
    List<Combination> combinations = Combination.of(report.lines());
    List<Combination> best = Combination.best(combinations);
    boolean hasSeeds = combinations.stream().anyMatch(one -> one.lines().size() > 1);
    List<String> columns =
        List.of(
            "",
            hasSeeds ? "seeds" : "trial",
            "target",
            "reached",
            "sparsity",
            "validation",
            "test",
            WHAT);
    List<List<String>> rows = new ArrayList<>();
    for (Combination one : combinations) {
      rows.add(
          List.of(
              best.contains(one) ? BEST : "",
              hasSeeds ? one.seeds() : one.shortId(),
              one.target(),
              one.reached(),
              one.mean(Figures::sparsity),
              one.mean(Figures::validationAccuracy),
              one.mean(Figures::testAccuracy),
              labels.of(one.spec())));
    }
    int others = TextTable.width(without(columns, rows));
    TextTable.print(
        columns,
        rows,
        Math.max(LEAST_WIDTH_OF_WHAT, Terminal.columnsOr(WIDTH) - others - TextTable.RULES),
        writer);
    if (combinations.size() > 1 && !best.isEmpty()) {
      writer.printf(
          "%s highest %svalidation accuracy on its data%n", BEST, hasSeeds ? "mean " : "");
    }
  }

  /** All cells but those of the last column, whose texts may be broken over lines. */
  private static List<List<String>> without(List<String> columns, List<List<String>> rows) {
    return Stream.concat(Stream.of(columns), rows.stream())
        .map(row -> row.subList(0, row.size() - 1))
        .toList();
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
}
