package prunesweep.trainer.training.vector;

import java.util.List;

/** Plain gradient descent, folded into the product that makes the weight gradient. */
final class SgdUpdate implements WeightUpdate {

  private final LiveLayer layer;
  private final float[] biasGradient;
  private MaskedFactor factor = MaskedFactor.ONE;

  SgdUpdate(LiveLayer layer) {
    this.layer = layer;
    biasGradient = new float[layer.bias.length];
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
  public void bias(UpdateStep step) {
    ColumnSums.write(layer.gradients, layer.stride, step.images(), biasGradient);
    for (int unit = 0; unit < biasGradient.length; unit++) {
      layer.bias[unit] = Math.fma(biasGradient[unit], factor.value(), layer.bias[unit]);
    }
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of();
  }
}
