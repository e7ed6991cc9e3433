package prunesweep.trainer.training.vector;

import java.util.List;

/** Sums of the weight gradients of a batch, which move nothing. */
final class GradientSums implements WeightUpdate {

  private final float[] sums;

  private GradientSums(LiveParameters live) {
    sums = new float[live.weights.length];
  }

  /** An update rule that leaves the parameters as they are. */
  record Rule() implements UpdateRule {
    @Override
    public int memories() {
      return 0;
    }

    @Override
    public WeightUpdate forLayer(LiveParameters live, List<ParameterArrays> memories) {
      return new GradientSums(live);
    }
  }

  @Override
  public float[] target() {
    return sums;
  }

  @Override
  public MaskedFactor factor() {
    return MaskedFactor.ONE;
  }

  /** Nothing moves. */
  @Override
  public void bias(float[] gradientSums, UpdateStep step) {}

  @Override
  public List<ParameterArrays> memories() {
    return List.of();
  }
}
