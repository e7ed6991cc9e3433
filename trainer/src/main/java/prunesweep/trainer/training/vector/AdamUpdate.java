package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.INTEGERS;
import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * Adam (Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1, in the form
 * with one corrected step size that section 2 names), with the published constants.
 */
final class AdamUpdate implements WeightUpdate {

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final LiveParameters live;
  private final float[] weightGradient;
  private final ParameterArrays means;
  private final ParameterArrays squares;

  /** Its memories are running means of the gradients, and of their squares. */
  AdamUpdate(LiveParameters live, List<ParameterArrays> memories) {
    this.live = live;
    means = memories.get(0);
    squares = memories.get(1);
    weightGradient = new float[live.weights.length];
  }

  @Override
  public float[] target() {
    return weightGradient;
  }

  @Override
  public MaskedFactor factor() {
    return MaskedFactor.ONE;
  }

  @Override
  public void weights(UpdateStep step) {
    move(live.weights, weightGradient, means.weights(), squares.weights(), live.kept, step);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    move(live.bias, gradientSums, means.bias(), squares.bias(), null, step);
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of(means, squares);
  }

  /** The gradient of a weight that is not kept counts as zero. Clears the sums it has used. */
  private void move(
      float[] parameters,
      float[] gradientSums,
      float[] first,
      float[] second,
      @Nullable PackedMask kept,
      UpdateStep step) {
    float stepSize = stepSize(step);
    for (int at = 0; at < parameters.length; at += LANES) {
      IntVector keep =
          IntVector.broadcast(INTEGERS, kept == null ? -1 : kept.words()[at / LANES])
              .lanewise(VectorOperators.LSHL, PackedMask.TO_SIGN)
              .lanewise(VectorOperators.ASHR, PackedMask.FILL);
      FloatVector gradient =
          FloatVector.fromArray(SPECIES, gradientSums, at)
              .div(step.images())
              .reinterpretAsInts()
              .and(keep)
              .reinterpretAsFloats();
      FloatVector mean =
          FloatVector.fromArray(SPECIES, first, at)
              .mul(FIRST_DECAY)
              .add(gradient.mul(1 - FIRST_DECAY));
      FloatVector square =
          FloatVector.fromArray(SPECIES, second, at)
              .mul(SECOND_DECAY)
              .add(gradient.mul(gradient).mul(1 - SECOND_DECAY));
      FloatVector moved =
          FloatVector.fromArray(SPECIES, parameters, at)
              .sub(mean.mul(stepSize).div(square.sqrt().add(EPSILON)));
      mean.intoArray(first, at);
      square.intoArray(second, at);
      moved.reinterpretAsInts().and(keep).reinterpretAsFloats().intoArray(parameters, at);
      FloatVector.zero(SPECIES).intoArray(gradientSums, at);
    }
  }

  private float stepSize(UpdateStep step) {
    double first = 1 - StrictMath.pow(FIRST_DECAY, step.number());
    double second = 1 - StrictMath.pow(SECOND_DECAY, step.number());
    return (float) (step.rate() * Math.sqrt(second) / first);
  }
}
