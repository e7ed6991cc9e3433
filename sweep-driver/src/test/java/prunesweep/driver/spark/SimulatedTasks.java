package prunesweep.driver.spark;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Machine;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialResults;

/**
 * What becomes of tasks that nobody trains: how long they are is drawn from a seed, and some hang
 * or take their executor with them.
 *
 * @param seed decides how long each is
 * @param unsoundEvery of so many trials one hangs and one is deadly; a multiple of 2
 */
record SimulatedTasks(long seed, int unsoundEvery) {

  private static final EpochResult EPOCH =
      new EpochResult("training", EpochFigures.UNTRAINED, 0, 1);
  private static final TrialSummary SUMMARY =
      new TrialSummary(
          "max-epochs", 0, 1, EpochFigures.UNTRAINED, new NetworkSize(1, 1, 1, 0), 1, 0, null);
  private static final Machine MACHINE = new Machine("Haswell", 256, "A Processor");

  /**
   * How long a task is.
   *
   * @param epochs from 10 to 49
   * @param epochNanos nanoseconds of an epoch, from half a second to one and a half
   */
  record Length(int epochs, long epochNanos) {}

  /** How long the task of {@code planned} is, wherever and whenever it runs. */
  Length length(Planned planned) {
    RandomGenerator random = RandomStream.of(seed, planned.work().value(), planned.position());
    return new Length(10 + random.nextInt(40), 500_000_000L + random.nextInt(1_000_000_000));
  }

  /** Whether {@code planned} never ends an epoch. */
  boolean hangs(Planned planned) {
    return planned instanceof PlannedTrial && planned.position() % unsoundEvery == 0;
  }

  /** Whether {@code planned} takes its executor with it at its first epoch. */
  boolean isDeadly(Planned planned) {
    return planned instanceof PlannedTrial && planned.position() % unsoundEvery == unsoundEvery / 2;
  }

  /** The result of a task that ran to its end. */
  JobResult result(SweepJob job, Length length, double seconds) {
    List<EpochResult> epochs = Collections.nCopies(length.epochs(), EPOCH);
    if (job.planned() instanceof PlannedStage stage) {
      EngineState state = EngineState.initial(new Parameters(List.of(), List.of()));
      Progress progress = new Progress(state, epochs, Map.of(), Optional.empty());
      Checkpoint checkpoint = new Checkpoint(stage.spec(), "Haswell", progress);
      return new JobResult.Stage(job, new StageOutcome.Reached(checkpoint), seconds);
    }
    TrialResults results = new TrialResults();
    results.addAll(epochs);
    TrialOutcome outcome =
        new TrialOutcome.Completed(
            ((PlannedTrial) job.planned()).spec(), SUMMARY, results, MACHINE);
    return new JobResult.Trial(job, outcome, seconds);
  }
}
