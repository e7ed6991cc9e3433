package prunesweep.trainer.training.vector;

import java.util.List;

/** Plain gradient descent, folded into the product that makes the weight gradient. */
final class SgdUpdate implements WeightUpdate {

  private final LiveLayer layer;
  private MaskedFactor factor = MaskedFactor.ONE;

  SgdUpdate(LiveLayer layer) {
    this.layer = layer;
  }

  @Override
  public float[] target() {
    return layer.weights;
  }

  /** Makes the factor of the sums of gradients. */
  @Override
  public void begin(UpdateStep step) {
    float size = (float) (-step.rate() / step.images());
    factor =
        layer.kept == null
            ? MaskedFactor.uniform(size)
            : MaskedFactor.kept(size, layer.kept, Lanes.TILE);
  }

  @Override
  public MaskedFactor factor() {
    return factor;
  }

  /** Nothing is left to do: the product added to the weights. */
  @Override
  public void weights(UpdateStep step) {}

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    for (int unit = 0; unit < gradientSums.length; unit++) {
      layer.bias[unit] = Math.fma(gradientSums[unit], factor.value(), layer.bias[unit]);
    }
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of();
  }
}
