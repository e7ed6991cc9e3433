package prunesweep.trainer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.training.EpochEnd;

/** Runs one stage from its spec to its checkpoint. */
public final class StageRunner {

  /**
   * Trains {@code stage} on {@code dataset} from the start. A failure of the stage is an outcome,
   * not an exception.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public StageOutcome run(StageSpec stage, Dataset dataset) {
    return run(stage, dataset, Optional.empty());
  }

  /**
   * As {@link #run(StageSpec, Dataset)}, going on from where an earlier stage ended.
   *
   * @throws IllegalArgumentException if {@code from} is no start of {@code stage}
   */
  public StageOutcome run(StageSpec stage, Dataset dataset, Checkpoint from) {
    if (!from.stage().isStartOf(stage)) {
      throw new IllegalArgumentException(
          "Stage %s does not go on from stage %s".formatted(stage.id(), from.stage().id()));
    }
    return run(stage, dataset, Optional.of(from));
  }

  private static StageOutcome run(StageSpec stage, Dataset dataset, Optional<Checkpoint> from) {
    try (OpenTraining training = OpenTraining.at(stage.trunk(), dataset, from)) {
      Progress progress = train(stage, training);
      return new StageOutcome.Reached(new Checkpoint(stage, OpenBlas.inUse().core(), progress));
    } catch (Exception | OutOfMemoryError failure) {
      return Failures.outcome(stage, failure);
    }
  }

  private static Progress train(StageSpec stage, OpenTraining training) {
    Map<CounterSpec, RunningCounters> counters =
        stage.stop().counters().stream()
            .collect(Collectors.toMap(Function.identity(), training::counters));
    EpochEnd counting =
        (epoch, trainAccuracy) ->
            counters.values().forEach(counter -> counter.count(training.engine(), epoch));
    List<EpochResult> epochs = training.runUntil(stage.stop()::isReachedAt, counting);
    Map<CounterSpec, List<long[]>> counted =
        counters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sums()));
    return new Progress(training.engine().state(), epochs, counted, training.lowest().point());
  }
}
