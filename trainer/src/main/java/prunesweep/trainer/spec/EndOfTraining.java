package prunesweep.trainer.spec;

import java.util.List;

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
  public boolean isPassedBy(MethodSpec method) {
    return !(method instanceof ActivationPruning);
  }

  @Override
  public boolean isPassedBy(StopPoint later) {
    return later instanceof EndOfTraining;
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("stop", "end-of-training");
  }
}
