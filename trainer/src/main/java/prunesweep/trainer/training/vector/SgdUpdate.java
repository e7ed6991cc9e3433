package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/** Plain gradient descent, folded into the product that makes the weight gradient. */
final class SgdUpdate implements WeightUpdate {

  private final VectorLayer layer;
  private final double rate;
  private final Product update;

  SgdUpdate(VectorLayer layer, float[] before, double rate) {
    this.layer = layer;
    this.rate = rate;
    this.update =
        new Product(
            before,
            1,
            layer.paddedInputs,
            layer.gradients,
            layer.paddedUnits,
            layer.weights,
            layer.paddedUnits);
  }

  @Override
  public void weights(float @Nullable [] factors, int images) {
    update.add(step(images), factors, layer.paddedInputs, layer.paddedUnits, images);
  }

  @Override
  public void bias(int images) {
    for (int unit = 0; unit < layer.paddedUnits; unit += Product.LANES) {
      FloatVector sum = ColumnSums.of(layer.gradients, unit, layer.paddedUnits, images);
      sum.fma(
              FloatVector.broadcast(Product.SPECIES, step(images)),
              FloatVector.fromArray(Product.SPECIES, layer.bias, unit))
          .intoArray(layer.bias, unit);
    }
  }

  private float step(int images) {
    return (float) (-rate / images);
  }
}
