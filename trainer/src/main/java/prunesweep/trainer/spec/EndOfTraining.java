package prunesweep.trainer.spec;

import java.util.Collection;
import java.util.List;
import prunesweep.trainer.key.CanonicalText;

/**
 * The end of the dense training. Methods that prune a trained network go on from there, and
 * networks pruned on the way are compared with the one that stands there.
 */
public record EndOfTraining() implements StopPoint {

  @Override
  public boolean isReachedAt(double trainAccuracy) {
    return false;
  }

  @Override
  public List<CounterSpec> counters() {
    return List.of();
  }

  @Override
  public EndOfTraining counting(Collection<CounterSpec> counters) {
    return this;
  }

  @Override
  public boolean isPassedBy(StopPoint later) {
    return later instanceof EndOfTraining || later instanceof LaterPoint;
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("stop", "end-of-training");
  }
}
