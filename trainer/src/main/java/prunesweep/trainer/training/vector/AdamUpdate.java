package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * Adam (Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1, in the form
 * with one corrected step size that section 2 names), with the published constants.
 */
final class AdamUpdate implements WeightUpdate {

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final VectorLayer layer;
  private final double rate;
  private final Product product;
  private final float[] weightGradient;
  private final float[] biasGradient;
  private final Moments weightMoments;
  private final Moments biasMoments;

  AdamUpdate(VectorLayer layer, float[] before, double rate) {
    this.layer = layer;
    this.rate = rate;
    this.weightGradient = new float[layer.weights.length];
    this.biasGradient = new float[layer.bias.length];
    this.weightMoments = new Moments(layer.weights);
    this.biasMoments = new Moments(layer.bias);
    this.product =
        new Product(
            before,
            1,
            layer.paddedInputs,
            layer.gradients,
            layer.paddedUnits,
            weightGradient,
            layer.paddedUnits);
  }

  @Override
  public void weights(float @Nullable [] factors, int images) {
    product.replace(layer.paddedInputs, layer.paddedUnits, images);
    weightMoments.step(weightGradient, factors, images, rate);
  }

  @Override
  public void bias(int images) {
    for (int unit = 0; unit < layer.paddedUnits; unit += Product.LANES) {
      ColumnSums.of(layer.gradients, unit, layer.paddedUnits, images).intoArray(biasGradient, unit);
    }
    biasMoments.step(biasGradient, null, images, rate);
  }

  /** Running means of the gradients and of their squares, for one array of parameters. */
  private static final class Moments {

    private final float[] parameters;
    private final float[] first;
    private final float[] second;
    private int steps;

    Moments(float[] parameters) {
      this.parameters = parameters;
      this.first = new float[parameters.length];
      this.second = new float[parameters.length];
    }

    /** The gradient of a weight that is not kept counts as zero. */
    void step(float[] gradientSums, float @Nullable [] factors, int images, double rate) {
      steps++;
      float stepSize = stepSize(rate);
      for (int at = 0; at < parameters.length; at += Product.LANES) {
        FloatVector gradient = at(gradientSums, at).div(images);
        gradient = factors == null ? gradient : gradient.mul(at(factors, at));
        FloatVector moved = move(at, gradient, stepSize);
        moved = factors == null ? moved : moved.mul(at(factors, at));
        moved.intoArray(parameters, at);
      }
    }

    private float stepSize(double rate) {
      double first = 1 - StrictMath.pow(FIRST_DECAY, steps);
      double second = 1 - StrictMath.pow(SECOND_DECAY, steps);
      return (float) (rate * Math.sqrt(second) / first);
    }

    private FloatVector move(int at, FloatVector gradient, float stepSize) {
      FloatVector mean = at(first, at).mul(FIRST_DECAY).add(gradient.mul(1 - FIRST_DECAY));
      FloatVector square =
          at(second, at).mul(SECOND_DECAY).add(gradient.mul(gradient).mul(1 - SECOND_DECAY));
      mean.intoArray(first, at);
      square.intoArray(second, at);
      return at(parameters, at).sub(mean.mul(stepSize).div(square.sqrt().add(EPSILON)));
    }

    private static FloatVector at(float[] array, int index) {
      return FloatVector.fromArray(Product.SPECIES, array, index);
    }
  }
}
