package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Adam (Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1, in the form
 * with one corrected step size that section 2 names), with the published constants. A held weight
 * and its memories are zero, and stay zero without a gradient.
 */
final class AdamUpdate implements WeightUpdate {

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final LiveParameters live;
  private final float[] sums;
  private final ParameterArrays means;
  private final ParameterArrays squares;
  private final Decay decay;
  private float stepSize;

  /** Its memories are running means of the gradients, and of their squares. */
  AdamUpdate(LiveParameters live, List<ParameterArrays> memories, Decay decay) {
    this.live = live;
    this.decay = decay;
    means = memories.get(0);
    squares = memories.get(1);
    sums = new float[live.piece];
  }

  @Override
  public void begin(UpdateStep step) {
    double first = 1 - StrictMath.pow(FIRST_DECAY, step.number());
    double second = 1 - StrictMath.pow(SECOND_DECAY, step.number());
    stepSize = (float) (step.rate() * Math.sqrt(second) / first);
  }

  @Override
  public float[] target() {
    return sums;
  }

  @Override
  public MaskedFactor factor() {
    return MaskedFactor.WRITTEN;
  }

  @Override
  public int open(int from, int length) {
    return 0;
  }

  @Override
  public void move(int from, int length, UpdateStep step) {
    if (live.kept != null) {
      live.kept.hold(sums, from, length);
    }
    BatchMeans.replace(sums, live.weights, from, length, decay.ofWeights(), step);
    move(live.weights, means.weights(), squares.weights(), from, sums, length);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    int length = live.bias.length;
    BatchMeans.replace(gradientSums, live.bias, 0, length, decay.ofBiases(), step);
    move(live.bias, means.bias(), squares.bias(), 0, gradientSums, length);
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of(means, squares);
  }

  private void move(
      float[] parameters, float[] first, float[] second, int from, float[] gradients, int length) {
    for (int at = 0; at < length; at += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, gradients, at);
      FloatVector mean =
          FloatVector.fromArray(SPECIES, first, from + at)
              .mul(FIRST_DECAY)
              .add(gradient.mul(1 - FIRST_DECAY));
      FloatVector square =
          FloatVector.fromArray(SPECIES, second, from + at)
              .mul(SECOND_DECAY)
              .add(gradient.mul(gradient).mul(1 - SECOND_DECAY));
      FloatVector moved =
          FloatVector.fromArray(SPECIES, parameters, from + at)
              .sub(mean.mul(stepSize).div(square.sqrt().add(EPSILON)));
      mean.intoArray(first, from + at);
      square.intoArray(second, from + at);
      moved.intoArray(parameters, from + at);
    }
  }
}
