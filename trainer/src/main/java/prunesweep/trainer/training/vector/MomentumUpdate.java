package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.INTEGERS;
import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.UpdateSpec;

/**
 * Gradient descent with momentum as in PyTorch: v is momentum x v + g, and a weight moves by rate x
 * v, or by rate x (g + momentum x v) where it is Nesterov's (Sutskever et al., On the importance of
 * initialization and momentum in deep learning, 2013). The rate is no part of v.
 */
final class MomentumUpdate implements WeightUpdate {

  private final LiveParameters live;
  private final float[] weightGradient;
  private final ParameterArrays velocity;
  private final float momentum;

  /** Shares of the gradient and of the velocity in a move. */
  private final float ofGradient;

  private final float ofVelocity;

  /** Its one memory is the velocity. */
  MomentumUpdate(LiveParameters live, List<ParameterArrays> memories, UpdateSpec update) {
    this.live = live;
    velocity = memories.get(0);
    momentum = (float) update.momentum();
    boolean isNesterov = update.nesterov() == Switch.ON;
    ofGradient = isNesterov ? 1 : 0;
    ofVelocity = isNesterov ? momentum : 1;
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
    move(live.weights, weightGradient, velocity.weights(), live.kept, step);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    move(live.bias, gradientSums, velocity.bias(), null, step);
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of(velocity);
  }

  /** The gradient of a weight that is not kept counts as zero. Clears the sums it has used. */
  private void move(
      float[] parameters,
      float[] gradientSums,
      float[] velocities,
      @Nullable PackedMask kept,
      UpdateStep step) {
    float rate = (float) step.rate();
    for (int at = 0; at < parameters.length; at += LANES) {
      IntVector keep =
          IntVector.broadcast(INTEGERS, kept == null ? -1 : kept.words()[at / LANES])
              .lanewise(VectorOperators.LSHL, PackedMask.TO_SIGN)
              .lanewise(VectorOperators.ASHR, PackedMask.FILL);
      FloatVector parameter = FloatVector.fromArray(SPECIES, parameters, at);
      FloatVector gradient =
          FloatVector.fromArray(SPECIES, gradientSums, at)
              .div(step.images())
              .reinterpretAsInts()
              .and(keep)
              .reinterpretAsFloats();
      FloatVector moving =
          FloatVector.fromArray(SPECIES, velocities, at).mul(momentum).add(gradient);
      FloatVector move = gradient.mul(ofGradient).add(moving.mul(ofVelocity));
      moving.intoArray(velocities, at);
      parameter
          .sub(move.mul(rate))
          .reinterpretAsInts()
          .and(keep)
          .reinterpretAsFloats()
          .intoArray(parameters, at);
      FloatVector.zero(SPECIES).intoArray(gradientSums, at);
    }
  }
}
