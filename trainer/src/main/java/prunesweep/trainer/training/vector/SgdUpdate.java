package prunesweep.trainer.training.vector;

import java.util.List;

/** Plain gradient descent, folded into the product that makes the weight gradient. */
final class SgdUpdate implements WeightUpdate {

  private final LiveParameters live;
  private MaskedFactor factor = MaskedFactor.ONE;

  SgdUpdate(LiveParameters live) {
    this.live = live;
  }

  @Override
  public float[] target() {
    return live.weights;
  }

  /** Makes the factor of the sums of gradients. */
  @Override
  public void begin(UpdateStep step) {
    float size = (float) (-step.rate() / step.images());
    factor =
        live.kept == null
            ? MaskedFactor.uniform(size)
            : MaskedFactor.kept(size, live.kept, Lanes.TILE);
  }

  @Override
  public MaskedFactor factor() {
    return factor;
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    for (int unit = 0; unit < gradientSums.length; unit++) {
      live.bias[unit] = Math.fma(gradientSums[unit], factor.value(), live.bias[unit]);
    }
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of();
  }
}
