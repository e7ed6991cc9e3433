package prunesweep.trainer;

import java.util.List;
import java.util.Optional;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.GlobalActivation;
import prunesweep.trainer.pruning.LocalActivation;
import prunesweep.trainer.pruning.OneShot;
import prunesweep.trainer.pruning.PruningProcedure;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Analysis;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.OneShotPruning;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingRun;

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
    EvaluationResult evaluation = trainAndPrune(spec, training, recorder);
    Parameters parameters = training.engine().parameters();
    List<EpochResult> pruningEpochs = List.copyOf(rows.epochs);
    if (spec.retraining().isAsked()) {
      rows.epochs.addAll(new Retraining(spec, dataset, recorder).run(parameters).epochs());
    }
    if (spec.keeps(Analysis.PCA)) {
      RankComparison comparison = new RankComparison(spec, dataset, dense);
      rows.reductions.addAll(comparison.compare(parameters, evaluation.last().test().accuracy()));
    }
    EpochResult trained = pruningEpochs.get(pruningEpochs.size() - 1);
    TrialSummary summary =
        new TrialSummary(
            rows.evaluations.get(0).stopReason(),
            rows.cycles.size(),
            pruningEpochs.size(),
            trained.figures().after(evaluation.last().validation(), evaluation.last().test()),
            new NetworkSize(
                parameters.weights(),
                parameters.nonZeroWeights(),
                Architecture.of(spec.network(), dataset).flops(parameters)),
            stopwatch.seconds(),
            training.start().epochs().size(),
            Target.reached(spec, rows.cycles.size()));
    return rows.outcome(spec, summary);
  }

  /** Returns what the network is when its method is done with it. */
  private static EvaluationResult trainAndPrune(
      TrialSpec spec, OpenTraining training, StageRecorder recorder) {
    TrialRows rows = recorder.rows();
    TrainingEngine engine = training.engine();
    PruneRecorder prunes = new PruneRecorder(spec, engine, training.lowest(), rows);
    TrainingRun run = training.run(epochEnd(spec.method(), training, prunes));
    rows.epochs.addAll(run.epochs());
    String stage = spec.method() instanceof ActivationPruning ? "pruned" : "dense";
    EvaluationResult trained = recorder.trained(stage, run, engine, training.lowest());
    if (spec.method() instanceof MagnitudePruning method) {
      TrainingRun pruning = new MagnitudePhase(method, training, prunes).run();
      rows.epochs.addAll(pruning.epochs());
      return recorder.trained("pruned", pruning, engine, training.lowest());
    }
    if (spec.method() instanceof OneShotPruning method) {
      prunes.apply(OneShot.of(method, engine), run.last().epoch(), Double.NaN);
      return recorder.untrained("pruned", engine);
    }
    return trained;
  }

  private static EpochEnd epochEnd(MethodSpec method, OpenTraining training, PruneRecorder prunes) {
    if (!(method instanceof ActivationPruning pruning)) {
      return (epoch, trainAccuracy) -> {};
    }
    PruningProcedure procedure = procedure(pruning, training);
    return (epoch, trainAccuracy) ->
        procedure
            .afterEpoch(epoch, trainAccuracy, training.engine())
            .ifPresent(prune -> prunes.apply(prune, epoch, trainAccuracy));
  }

  private static PruningProcedure procedure(ActivationPruning method, OpenTraining training) {
    return method.scope() instanceof GlobalScope global
        ? new GlobalActivation(
            method,
            global,
            training.trunk().training(),
            training.counters(method.counting()),
            training.engine().parameters())
        : new LocalActivation(method, training.batch(method.counting()));
  }
}
