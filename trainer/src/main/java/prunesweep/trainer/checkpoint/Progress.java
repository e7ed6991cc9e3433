package prunesweep.trainer.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.LowestLoss;

/**
 * The progress of a training: it stands at the end of its last epoch, before anything that happens
 * between two epochs. Early stopping and the end of the training follow from the epochs, random
 * numbers from seed and epoch; so neither is kept.
 *
 * @param engine the state of the network
 * @param epochs every epoch so far, in order
 * @param counters what was counted between the epochs: one array a hidden layer, or no array where
 *     nothing is counted yet
 * @param lowest the network where the validation loss was lowest; empty before the first epoch
 */
public record Progress(
    EngineState engine,
    List<EpochResult> epochs,
    Map<CounterSpec, List<long[]>> counters,
    Optional<LowestLoss.Point> lowest) {

  public Progress {
    epochs = List.copyOf(epochs);
    counters = Map.copyOf(counters);
  }

  /** A training that has not begun. */
  public static Progress none(EngineState initial) {
    return new Progress(initial, List.of(), Map.of(), Optional.empty());
  }

  /** The counts of {@code counter} so far. */
  public List<long[]> counted(CounterSpec counter) {
    List<long[]> counted = epochs.isEmpty() ? List.of() : counters.get(counter);
    return Objects.requireNonNull(counted, () -> "Nothing has counted " + counter.label());
  }
}
