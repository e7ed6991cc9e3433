package prunesweep.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.analysis.LayerAnalysis;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.LocalMachine;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.GlobalActivation;
import prunesweep.trainer.pruning.LocalActivation;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.PruningProcedure;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.training.Evaluation;
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
    return run(spec, dataset, Optional.empty());
  }

  /**
   * As {@link #run(TrialSpec, Dataset)}, going on from where a stage ended; the outcome is the same
   * but for the seconds and the number of epochs shared.
   *
   * @throws IllegalArgumentException if {@code from} is no start of {@code spec}
   */
  public TrialOutcome run(TrialSpec spec, Dataset dataset, Checkpoint from) {
    if (!from.stage().isStartOf(spec)) {
      throw new IllegalArgumentException(
          "Trial %s does not go on from stage %s".formatted(spec.id(), from.stage().id()));
    }
    return run(spec, dataset, Optional.of(from));
  }

  private static TrialOutcome run(TrialSpec spec, Dataset dataset, Optional<Checkpoint> from) {
    Stopwatch stopwatch = Stopwatch.started();
    try (OpenTraining training = OpenTraining.at(spec.trunk(), dataset, from)) {
      return complete(spec, training, stopwatch);
    } catch (Exception | OutOfMemoryError failure) {
      return Failures.outcome(spec, failure, stopwatch.seconds());
    }
  }

  private static TrialOutcome complete(TrialSpec spec, OpenTraining training, Stopwatch stopwatch) {
    TrainingEngine engine = training.engine();
    List<CycleResult> cycles = new ArrayList<>();
    EpochEnd epochEnd =
        procedure(spec.method(), training)
            .map(procedure -> pruning(procedure, engine, cycles))
            .orElse((epoch, trainAccuracy) -> {});
    TrainingRun run = training.run(epochEnd);
    Evaluation test = engine.evaluate(training.dataset().test());
    Parameters parameters = engine.parameters();
    int shared = training.start().epochs().size();
    return new TrialOutcome.Completed(
        spec,
        summary(run, cycles.size(), test, parameters, stopwatch.seconds(), shared),
        run.epochs(),
        cycles,
        LayerAnalysis.describe(stage(spec.method()), parameters.hidden()),
        LocalMachine.describe());
  }

  private static Optional<PruningProcedure> procedure(MethodSpec method, OpenTraining training) {
    return method instanceof ActivationPruning pruning
        ? Optional.of(procedure(pruning, training))
        : Optional.empty();
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
      TrainingRun run,
      int cyclesDone,
      Evaluation test,
      Parameters parameters,
      double seconds,
      int epochsShared) {
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
        seconds,
        epochsShared);
  }
}
