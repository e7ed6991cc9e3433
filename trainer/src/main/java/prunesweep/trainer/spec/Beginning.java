package prunesweep.trainer.spec;

import java.util.Collection;
import java.util.List;
import prunesweep.trainer.key.CanonicalText;

/** The initial weights: nothing is trained until then, so nothing is shared. */
public record Beginning() implements StopPoint {

  @Override
  public boolean isReachedAt(double trainAccuracy) {
    return true;
  }

  @Override
  public List<CounterSpec> counters() {
    return List.of();
  }

  @Override
  public Beginning counting(Collection<CounterSpec> counters) {
    return this;
  }

  @Override
  public boolean isPassedBy(StopPoint later) {
    return true;
  }

  @Override
  public boolean isAfterTraining() {
    return false;
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("stop", "beginning");
  }
}
