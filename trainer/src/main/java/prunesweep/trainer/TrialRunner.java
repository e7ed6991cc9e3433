package prunesweep.trainer;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.InterruptedTrial;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.LocalMachine;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/** Runs one trial from its spec to its outcome. */
public final class TrialRunner {

  private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

  /**
   * Trains, prunes and analyses the network of {@code spec} on {@code dataset}. A failure of the
   * trial is an outcome, not an exception.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public TrialOutcome run(TrialSpec spec, Dataset dataset) {
    return run(spec, dataset, SharedStages.NONE);
  }

  /**
   * As {@link #run(TrialSpec, Dataset)}, with what other trials need too; the outcome is the same
   * but for the seconds and the number of epochs shared.
   *
   * @throws IllegalArgumentException if a stage of {@code shared} belongs to another training
   */
  public TrialOutcome run(TrialSpec spec, Dataset dataset, SharedStages shared) {
    return run(spec, dataset, shared, Journal.NONE, Optional.empty());
  }

  /**
   * As {@link #run(TrialSpec, Dataset, SharedStages)}, going on from where an earlier run was
   * interrupted; the outcome is the same but for the seconds. Where other kernels of OpenBLAS than
   * here decided its bits, the trial begins anew.
   *
   * @param journal hears of every epoch, and can have the state there
   * @throws IllegalArgumentException if {@code interrupted} is another trial
   */
  public TrialOutcome run(
      TrialSpec spec,
      Dataset dataset,
      SharedStages shared,
      Journal journal,
      Optional<InterruptedTrial> interrupted) {
    shared.requireFor(spec);
    interrupted.ifPresent(state -> requireSame(spec, state.trial()));
    Optional<InterruptedTrial> from =
        interrupted
            .filter(TrialRunner::goesOnHere)
            .or(() -> shared.start().flatMap(start -> LaterStage.takenOver(start, spec)));
    Stopwatch stopwatch =
        Stopwatch.startedBefore(from.map(earlier -> state(earlier).seconds()).orElse(0.0));
    TrialResults rows = from.map(earlier -> state(earlier).rows()).orElseGet(TrialResults::new);
    try (OpenTraining training = open(spec, dataset, shared, from);
        TrialCourse course =
            new TrialCourse(
                new StageRecorder(spec, dataset, rows),
                training,
                journal,
                InterruptedTrial::toBytes,
                stopwatch,
                from)) {
      if (from.isEmpty()) {
        course.begin();
      }
      course.run();
      compareRanks(course, shared.dense(), rows);
      return new TrialOutcome.Completed(
          spec, summary(course, rows, stopwatch), rows, LocalMachine.describe());
    } catch (Exception | OutOfMemoryError failure) {
      return Failures.outcome(spec, failure, stopwatch.seconds());
    }
  }

  private static void requireSame(TrialSpec spec, TrialSpec interrupted) {
    if (!interrupted.equals(spec)) {
      throw new IllegalArgumentException(
          "Trial %s does not go on from trial %s".formatted(spec.id(), interrupted.id()));
    }
  }

  private static boolean goesOnHere(InterruptedTrial from) {
    boolean goesOn = OpenTraining.goesOnHere(from.trial().training(), from.blasKernel());
    if (!goesOn) {
      LOG.warn(
          "Trial {} was interrupted with OpenBLAS kernels of {}, here run those of {}: it begins"
              + " anew",
          from.trial().id(),
          from.blasKernel(),
          OpenBlas.inUse().core());
    }
    return goesOn;
  }

  private static CourseState state(InterruptedTrial from) {
    return (CourseState) from.course();
  }

  private static OpenTraining open(
      TrialSpec spec, Dataset dataset, SharedStages shared, Optional<InterruptedTrial> from) {
    return from.isPresent()
        ? OpenTraining.from(spec.trunk(), dataset, from.map(InterruptedTrial::progress))
        : OpenTraining.at(spec.trunk(), dataset, shared.start().filter(Checkpoint::isDense));
  }

  private static void compareRanks(
      TrialCourse course, Optional<Checkpoint> dense, TrialResults rows) {
    if (course.spec().isComparedWithDense()) {
      new RankComparison(course, rows).compare(course.dense(dense));
    }
  }

  private static TrialSummary summary(TrialCourse course, TrialResults rows, Stopwatch stopwatch) {
    EvaluationResult evaluation = course.evaluation();
    List<EpochResult> epochs = course.epochs();
    EpochResult last = epochs.get(epochs.size() - 1);
    return new TrialSummary(
        rows.of(EvaluationResult.class).get(0).stopReason(),
        course.prunesMade(),
        epochs.size(),
        last.figures().after(evaluation.last().validation(), evaluation.last().test()),
        size(course.spec(), course.dataset(), course.pruned()),
        stopwatch.seconds(),
        course.epochsShared(),
        course.targetReached());
  }

  private static NetworkSize size(TrialSpec spec, Dataset dataset, Parameters parameters) {
    return new NetworkSize(
        parameters.weights(),
        parameters.nonZeroWeights(),
        Architecture.of(spec.network(), dataset).flops(parameters),
        (int) parameters.kernels().stream().filter(kernel -> kernel.nonZeroWeights() == 0).count());
  }
}
