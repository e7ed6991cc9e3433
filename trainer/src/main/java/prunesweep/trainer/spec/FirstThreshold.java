package prunesweep.trainer.spec;

import java.util.Comparator;
import java.util.List;

/**
 * The end of the first epoch whose running training accuracy reaches a method's first threshold, or
 * of the training if that comes before. The first prune, where there is one, comes next.
 *
 * @param threshold running training accuracy, in (0, 1)
 * @param counters what is added up on the way for methods that need it, whatever order is given
 */
public record FirstThreshold(double threshold, List<CounterSpec> counters) implements StopPoint {

  public FirstThreshold {
    Require.share("first-threshold", threshold);
    counters =
        counters.stream().distinct().sorted(Comparator.comparing(CounterSpec::label)).toList();
  }

  @Override
  public boolean isReachedAt(double trainAccuracy) {
    return trainAccuracy >= threshold;
  }

  @Override
  public boolean isPassedBy(MethodSpec method) {
    return !(method instanceof ActivationPruning pruning)
        || (threshold <= pruning.firstThreshold()
            && counters.containsAll(pruning.countedBeforeFirstPrune().stream().toList()));
  }

  @Override
  public boolean isPassedBy(StopPoint later) {
    return !(later instanceof FirstThreshold other)
        || (threshold <= other.threshold && counters.containsAll(other.counters));
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("stop", "first-threshold");
    text.put("first-threshold", threshold);
    text.put("counters", String.join(",", counters.stream().map(CounterSpec::label).toList()));
  }
}
