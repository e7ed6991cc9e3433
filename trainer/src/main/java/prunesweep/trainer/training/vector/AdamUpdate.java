package prunesweep.trainer.training.vector;

import java.util.List;
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
  private final float[] weightGradient;
  private final float[] biasGradient;
  private final LayerArrays means;
  private final LayerArrays squares;

  /** Its memories are running means of the gradients, and of their squares. */
  AdamUpdate(VectorLayer layer, List<LayerArrays> memories, double rate) {
    this.layer = layer;
    this.rate = rate;
    means = memories.get(0);
    squares = memories.get(1);
    weightGradient = new float[layer.weights.length];
    biasGradient = new float[layer.bias.length];
  }

  @Override
  public float[] target() {
    return weightGradient;
  }

  @Override
  public Factors factors(int images) {
    return Factors.ONE;
  }

  @Override
  public void weights(int images, int stepNumber) {
    move(
        layer.weights,
        weightGradient,
        means.weights(),
        squares.weights(),
        layer.kept,
        images,
        stepNumber);
  }

  @Override
  public void bias(int images, int stepNumber) {
    ColumnSums.write(layer.gradients, layer.stride, images, biasGradient);
    move(layer.bias, biasGradient, means.bias(), squares.bias(), null, images, stepNumber);
  }

  @Override
  public List<LayerArrays> memories() {
    return List.of(means, squares);
  }

  /** The gradient of a weight that is not kept counts as zero. Clears the sums it has used. */
  private void move(
      float[] parameters,
      float[] gradientSums,
      float[] first,
      float[] second,
      @Nullable KeptBits kept,
      int images,
      int stepNumber) {
    float stepSize = stepSize(stepNumber);
    for (int at = 0; at < parameters.length; at += Lanes.LANES) {
      FloatVector gradient = at(gradientSums, at).div(images);
      gradient = kept == null ? gradient : kept.only(gradient, at);
      FloatVector mean = at(first, at).mul(FIRST_DECAY).add(gradient.mul(1 - FIRST_DECAY));
      FloatVector square =
          at(second, at).mul(SECOND_DECAY).add(gradient.mul(gradient).mul(1 - SECOND_DECAY));
      FloatVector moved =
          at(parameters, at).sub(mean.mul(stepSize).div(square.sqrt().add(EPSILON)));
      moved = kept == null ? moved : kept.only(moved, at);
      mean.intoArray(first, at);
      square.intoArray(second, at);
      moved.intoArray(parameters, at);
      FloatVector.zero(Lanes.SPECIES).intoArray(gradientSums, at);
    }
  }

  private float stepSize(int stepNumber) {
    double first = 1 - StrictMath.pow(FIRST_DECAY, stepNumber);
    double second = 1 - StrictMath.pow(SECOND_DECAY, stepNumber);
    return (float) (rate * Math.sqrt(second) / first);
  }

  private static FloatVector at(float[] array, int index) {
    return FloatVector.fromArray(Lanes.SPECIES, array, index);
  }
}
