package prunesweep.trainer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.checkpoint.Standing;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.trial.EndOfFurtherTraining;

/** Runs one stage from its spec to its checkpoint. */
public final class StageRunner {

  /**
   * Trains {@code stage} on {@code dataset} from the start. A failure of the stage is an outcome,
   * not an exception.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public StageOutcome run(StageSpec stage, Dataset dataset) {
    return run(stage, dataset, Optional.empty(), Journal.NONE);
  }

  /**
   * As {@link #run(StageSpec, Dataset)}, going on from where an earlier stage ended.
   *
   * @throws IllegalArgumentException if {@code from} is no start of {@code stage}
   */
  public StageOutcome run(StageSpec stage, Dataset dataset, Checkpoint from) {
    return run(stage, dataset, Optional.of(from), Journal.NONE);
  }

  /**
   * As {@link #run(StageSpec, Dataset, Checkpoint)}, from the start where there is no {@code from}.
   *
   * @param from where an earlier stage ended, or this one was interrupted
   * @param journal hears of every epoch; the state that it can have there is a checkpoint's bytes
   */
  public StageOutcome run(
      StageSpec stage, Dataset dataset, Optional<Checkpoint> from, Journal journal) {
    from.ifPresent(start -> requireStart(start, stage));
    try {
      return new StageOutcome.Reached(checkpoint(stage, dataset, from, journal));
    } catch (Exception | OutOfMemoryError failure) {
      return Failures.outcome(stage, failure);
    }
  }

  private static Checkpoint checkpoint(
      StageSpec stage, Dataset dataset, Optional<Checkpoint> from, Journal journal) {
    if (stage.stop() instanceof EndOfFurtherTraining end) {
      return new LaterStage(stage, end).run(dataset, from, journal);
    }
    try (OpenTraining training = OpenTraining.at(stage.trunk(), dataset, from)) {
      return train(stage, training, journal);
    }
  }

  private static void requireStart(Checkpoint from, StageSpec stage) {
    if (!from.stage().isStartOf(stage)) {
      throw new IllegalArgumentException(
          "Stage %s does not go on from stage %s".formatted(stage.id(), from.stage().id()));
    }
  }

  private static Checkpoint train(StageSpec stage, OpenTraining training, Journal journal) {
    Map<CounterSpec, RunningCounters> counters =
        stage.stop().counters().stream()
            .collect(Collectors.toMap(Function.identity(), training::counters));
    EpochEnd counting =
        (epoch, trainAccuracy) ->
            counters.values().forEach(counter -> counter.count(training.engine(), epoch));
    Function<List<EpochResult>, Checkpoint> checkpoint =
        epochs -> checkpoint(stage, training, epochs, counters);
    Consumer<List<EpochResult>> watch =
        epochs ->
            journal.epochEnded(
                standing(training, epochs), () -> checkpoint.apply(epochs).toBytes());
    return checkpoint.apply(training.runUntil(stage.stop()::isReachedAt, counting, watch));
  }

  private static Standing standing(OpenTraining training, List<EpochResult> epochs) {
    EpochResult last = epochs.get(epochs.size() - 1);
    return Standing.at(last, last.phase(), epochs.size() - training.start().epochs().size());
  }

  private static Checkpoint checkpoint(
      StageSpec stage,
      OpenTraining training,
      List<EpochResult> epochs,
      Map<CounterSpec, RunningCounters> counters) {
    Map<CounterSpec, List<long[]>> counted =
        counters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sums()));
    return new Checkpoint(
        stage,
        OpenBlas.inUse().core(),
        new Progress(training.engine().state(), epochs, counted, training.lowest().point()));
  }
}
