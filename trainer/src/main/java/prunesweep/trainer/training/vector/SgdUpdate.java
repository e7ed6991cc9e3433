package prunesweep.trainer.training.vector;

import java.util.List;

/** Plain gradient descent, folded into the product that makes the weight gradient. */
final class SgdUpdate implements WeightUpdate {

  private final VectorLayer layer;
  private final double rate;
  private final float[] biasGradient;
  private Factors factors = Factors.ONE;
  private int factorsFor;

  SgdUpdate(VectorLayer layer, double rate) {
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
  public Factors factors(int images) {
    if (factorsFor != images) {
      factors =
          layer.kept == null
              ? Factors.uniform(step(images))
              : Factors.kept(step(images), layer.kept, Lanes.TILE);
      factorsFor = images;
    }
    return factors;
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

  /** What a sum of gradients is multiplied by. */
  private float step(int images) {
    return (float) (-rate / images);
  }

  @Override
  public List<LayerArrays> memories() {
    return List.of();
  }
}
