package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.config.SweepConfig;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.StagePlanner;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.plan.TrialLabel;
import prunesweep.driver.run.Images;
import prunesweep.driver.run.TrialMemories;
import prunesweep.driver.store.StoreSettings;
import prunesweep.trainer.TrialMemory;
import prunesweep.trainer.score.ScorerJars;

/** {@code sweep plan}: shows the trials of a sweep without running them. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows the trials of a sweep with their ids, and how many; trains nothing.")
final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private final SweepArguments arguments = new SweepArguments();

  @Override
  public Integer call() {
    return ScorerJars.during(arguments.jars(), this::show);
  }

  private int show() {
    Images images = new Images();
    PrintWriter err = command.commandLine().getErr();
    SweepConfig sweep =
        ConfigLoader.load(
            arguments.config(),
            arguments.overrides(),
            warning -> err.println(Printable.sentence(warning)));
    err.flush();
    StoreSettings.use(sweep.spark());
    SweepPlan plan = SweepPlanner.plan(sweep, images::content);
    PrintWriter out = command.commandLine().getOut();
    TrialLabels labels =
        TrialLabels.of(plan.trials().stream().map(PlannedTrial::spec).toList()).withoutColumns();
    TextTable.print(
        List.of("", "trial", "dataset", "network", "training", "method", "seed"),
        plan.trials().stream().map(trial -> row(trial, labels)).toList(),
        out);
    String merged =
        plan.merged() == 0
            ? ""
            : " (%s left out)".formatted(Plural.of(plan.merged(), "repeated point"));
    out.println(memory(TrialMemories.most(plan, images)));
    out.printf("%s%s%s%n", Plural.of(plan.trials().size(), "trial"), merged, shared(plan));
    out.flush();
    return ExitCode.DONE;
  }

  private static String memory(TrialMemory trial) {
    String outside =
        trial.outside() == 0 ? "" : " and %d MiB outside it".formatted(mebibytes(trial.outside()));
    return "A trial takes up to %d MiB of heap%s, beside its data set"
        .formatted(mebibytes(trial.heap()), outside);
  }

  private static long mebibytes(long bytes) {
    return (bytes >> 20) + 1;
  }

  private static String shared(SweepPlan plan) {
    StagePlan stages = StagePlanner.plan(plan, plan.trials(), Set.of());
    return stages.stages().isEmpty()
        ? ""
        : "; shared stages: %d, for %d trials"
            .formatted(stages.stages().size(), stages.starts().size());
  }

  private static List<String> row(PlannedTrial trial, TrialLabels labels) {
    return List.of(
        Integer.toString(trial.position()),
        trial.id().value(),
        TrialLabel.dataset(trial.spec()),
        trial.spec().network().label(),
        TrialLabel.training(trial.spec()),
        labels.of(trial.spec()),
        Long.toString(trial.spec().seed()));
  }
}
