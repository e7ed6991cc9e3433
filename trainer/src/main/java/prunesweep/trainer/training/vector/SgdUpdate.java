package prunesweep.trainer.training.vector;

import java.util.List;

/** Plain gradient descent, folded into the product that makes the weight gradient. */
final class SgdUpdate implements WeightUpdate {

  private final LiveLayer layer;
  private final double rate;
  private final float[] biasGradient;
  private MaskedFactor factor = MaskedFactor.ONE;
  private int factorImages;

  SgdUpdate(LiveLayer layer, double rate) {
    this.layer = layer;
    this.rate = rate;
    biasGradient = new float[layer.bias.length];
  }

  @Override
  public float[] target() {
    return layer.weights;
  }

  /** Made anew only when the number of images changes: at the last batch of an epoch. */
  @Override
  public MaskedFactor factor(int images) {
    if (factorImages != images) {
      factor =
          layer.kept == null
              ? MaskedFactor.uniform(step(images))
              : MaskedFactor.kept(step(images), layer.kept, Lanes.TILE);
      factorImages = images;
    }
    return factor;
  }

  /** Nothing is left to do: the product added to the weights. */
  @Override
  public void weights(int images, int stepNumber) {}

  @Override
  public void bias(int images, int stepNumber) {
    ColumnSums.write(layer.gradients, layer.stride, images, biasGradient);
    float step = step(images);
    for (int unit = 0; unit < biasGradient.length; unit++) {
      layer.bias[unit] = Math.fma(biasGradient[unit], step, layer.bias[unit]);
    }
  }

  /** The factor of a sum of gradients. */
  private float step(int images) {
    return (float) (-rate / images);
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of();
  }
}
