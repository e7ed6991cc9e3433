package prunesweep.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.analysis.LayerAnalysis;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.GlobalActivation;
import prunesweep.trainer.pruning.LocalActivation;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.PruningProcedure;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.training.Evaluation;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;

/** Runs one trial from its spec to its outcome. */
public final class TrialRunner {

  private static final String TRAINING = "training";

  /**
   * Trains, prunes and analyses the network of {@code spec} on {@code dataset}. A failure of the
   * trial is an outcome, not an exception.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public TrialOutcome run(TrialSpec spec, Dataset dataset) {
    Stopwatch stopwatch = Stopwatch.started();
    try (TrainingEngine engine = engine(spec, dataset)) {
      return complete(spec, dataset, engine, stopwatch);
    } catch (Exception | OutOfMemoryError failure) {
      return Failures.outcome(spec, failure, stopwatch.seconds());
    }
  }

  private static TrainingEngine engine(TrialSpec spec, Dataset dataset) {
    Parameters initial =
        GlorotUniform.initialise(spec.network(), dataset.inputs(), dataset.classes(), spec.seed());
    return Engines.create(spec.network(), spec.training(), initial);
  }

  private static TrialOutcome complete(
      TrialSpec spec, Dataset dataset, TrainingEngine engine, Stopwatch stopwatch) {
    List<CycleResult> cycles = new ArrayList<>();
    EpochEnd epochEnd =
        procedure(spec, dataset, engine)
            .map(procedure -> pruning(procedure, engine, cycles))
            .orElse((epoch, trainAccuracy) -> {});
    TrainingRun run =
        new TrainingLoop(spec.training(), dataset, engine).run(TRAINING, spec.seed(), epochEnd);
    Evaluation test = engine.evaluate(dataset.test());
    Parameters parameters = engine.parameters();
    return new TrialOutcome.Completed(
        spec,
        summary(run, cycles.size(), test, parameters, stopwatch.seconds()),
        run.epochs(),
        cycles,
        LayerAnalysis.describe(stage(spec.method()), parameters.hidden()));
  }

  private static Optional<PruningProcedure> procedure(
      TrialSpec spec, Dataset dataset, TrainingEngine engine) {
    if (spec.method() instanceof ActivationPruning method) {
      CounterBatch batch =
          new CounterBatch(
              source(method, dataset), method.counterBatch(), method.counter(), spec.seed());
      return Optional.of(
          method.scope() instanceof GlobalScope global
              ? new GlobalActivation(method, global, spec.training(), batch, engine.parameters())
              : new LocalActivation(method, batch));
    }
    return Optional.empty();
  }

  private static LabelledImages source(ActivationPruning method, Dataset dataset) {
    return method.counterSource() == CounterSource.TRAIN
        ? dataset.training()
        : dataset.validation();
  }

  private static EpochEnd pruning(
      PruningProcedure procedure, TrainingEngine engine, List<CycleResult> cycles) {
    return (epoch, trainAccuracy) ->
        procedure
            .afterEpoch(epoch, trainAccuracy, engine)
            .ifPresent(prune -> cycles.add(apply(prune, epoch, trainAccuracy, engine)));
  }

  private static CycleResult apply(
      Prune prune, int epoch, double trainAccuracy, TrainingEngine engine) {
    engine.hold(prune.mask());
    return new CycleResult(
        prune.cycle(),
        epoch,
        prune.threshold(),
        trainAccuracy,
        prune.prunedWeights(),
        engine.parameters().sparsity());
  }

  private static String stage(MethodSpec method) {
    return method instanceof DenseTraining ? "dense" : "pruned";
  }

  private static TrialSummary summary(
      TrainingRun run, int cyclesDone, Evaluation test, Parameters parameters, double seconds) {
    return new TrialSummary(
        run.stopReason().label(),
        cyclesDone,
        run.epochs().size(),
        run.last().trainAccuracy(),
        run.last().validationAccuracy(),
        test.accuracy(),
        test.top5(),
        test.class0Top1(),
        test.class0Top5(),
        parameters.weights(),
        parameters.nonZeroWeights(),
        seconds);
  }
}
