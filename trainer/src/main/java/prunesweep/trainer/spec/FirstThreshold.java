package prunesweep.trainer.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.key.CanonicalText;
import prunesweep.trainer.key.Rule;

/**
 * The end of the first epoch whose running training accuracy reaches a method's first threshold, or
 * of the training if that comes before. The first prune, where there is one, comes next.
 *
 * @param threshold running training accuracy, in (0, 1)
 * @param counters what is added up on the way for methods that need it, whatever order is given
 */
public record FirstThreshold(double threshold, List<CounterSpec> counters) implements StopPoint {

  public FirstThreshold {
    Rule.share().require("first-threshold", threshold);
    counters =
        counters.stream().distinct().sorted(Comparator.comparing(CounterSpec::label)).toList();
  }

  @Override
  public boolean isReachedAt(double trainAccuracy) {
    return trainAccuracy >= threshold;
  }

  @Override
  public FirstThreshold counting(Collection<CounterSpec> more) {
    return new FirstThreshold(threshold, Stream.concat(counters.stream(), more.stream()).toList());
  }

  @Override
  public boolean isPassedBy(StopPoint later) {
    if (later instanceof FirstThreshold other) {
      return threshold <= other.threshold && counters.containsAll(other.counters);
    }
    return later.isAfterTraining();
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("stop", "first-threshold");
    text.put("first-threshold", threshold);
    text.put(
        "counters", counters.stream().map(CounterSpec::label).collect(Collectors.joining(",")));
  }
}
