package prunesweep.trainer;

import java.util.List;
import java.util.Optional;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialSpec;

/** Runs one trial from its spec to its outcome. */
public final class TrialRunner {

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
    shared.requireFor(spec);
    Stopwatch stopwatch = Stopwatch.started();
    try (OpenTraining training = OpenTraining.at(spec.trunk(), dataset, shared.start())) {
      return complete(spec, training, shared.dense(), stopwatch);
    } catch (Exception | OutOfMemoryError failure) {
      return Failures.outcome(spec, failure, stopwatch.seconds());
    }
  }

  private static TrialOutcome complete(
      TrialSpec spec, OpenTraining training, Optional<Checkpoint> dense, Stopwatch stopwatch) {
    TrialRows rows = new TrialRows();
    Dataset dataset = training.dataset();
    StageRecorder recorder = new StageRecorder(spec, dataset, rows);
    try (TrialCourse course = new TrialCourse(spec, training, recorder)) {
      EvaluationResult evaluation = course.method();
      Parameters parameters = course.parameters();
      List<EpochResult> epochs = List.copyOf(rows.epochs);
      course.aftermath();
      if (spec.keeps(Analysis.PCA)) {
        RankComparison comparison = new RankComparison(spec, dataset, dense);
        rows.reductions.addAll(comparison.compare(parameters, evaluation.last().test().accuracy()));
      }
      EpochResult last = epochs.get(epochs.size() - 1);
      TrialSummary summary =
          new TrialSummary(
              rows.evaluations.get(0).stopReason(),
              course.prunesMade(),
              epochs.size(),
              last.figures().after(evaluation.last().validation(), evaluation.last().test()),
              size(spec, dataset, parameters),
              stopwatch.seconds(),
              training.start().epochs().size(),
              course.targetReached());
      return rows.outcome(spec, summary);
    }
  }

  private static NetworkSize size(TrialSpec spec, Dataset dataset, Parameters parameters) {
    return new NetworkSize(
        parameters.weights(),
        parameters.nonZeroWeights(),
        Architecture.of(spec.network(), dataset).flops(parameters),
        (int) parameters.hidden().stream().filter(kernel -> kernel.nonZeroWeights() == 0).count());
  }
}
