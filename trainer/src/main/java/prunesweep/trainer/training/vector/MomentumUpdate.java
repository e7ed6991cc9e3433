package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.UpdateSpec;

/**
 * Gradient descent with momentum as in PyTorch: v is momentum x v + g, and a weight moves by rate x
 * v, or by rate x (g + momentum x v) where it is Nesterov's (Sutskever et al., On the importance of
 * initialization and momentum in deep learning, 2013). The rate is no part of v; a decay is part of
 * g. A held weight and its v are zero, and stay zero without a gradient.
 */
final class MomentumUpdate implements WeightUpdate {

  private final LiveParameters live;
  private final float[] sums;
  private final ParameterArrays velocity;
  private final Decay decay;
  private final float momentum;

  /** Shares of the gradient and of the velocity in a move. */
  private final float ofGradient;

  private final float ofVelocity;

  /** Its one memory is the velocity. */
  MomentumUpdate(LiveParameters live, List<ParameterArrays> memories, UpdateSpec update) {
    this.live = live;
    velocity = memories.get(0);
    decay = Decay.of(update);
    momentum = (float) update.momentum();
    boolean isNesterov = update.nesterov() == Switch.ON;
    ofGradient = isNesterov ? 1 : 0;
    ofVelocity = isNesterov ? momentum : 1;
    sums = new float[live.piece];
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
    move(live.weights, velocity.weights(), from, sums, length, decay.ofWeights(), step);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    move(live.bias, velocity.bias(), 0, gradientSums, live.bias.length, decay.ofBiases(), step);
  }

  @Override
  public List<ParameterArrays> memories() {
    return List.of(velocity);
  }

  /** To divide by a power of two is to multiply by its inverse, which is faster. */
  private void move(
      float[] parameters,
      float[] velocities,
      int from,
      float[] sums,
      int length,
      double decay,
      UpdateStep step) {
    if (Integer.bitCount(step.images()) == 1) {
      float factor = (float) (decay * step.images());
      move(parameters, velocities, from, sums, length, factor, 1f / step.images(), step.rate());
    } else {
      BatchMeans.replace(sums, parameters, from, length, decay, step);
      move(parameters, velocities, from, sums, length, 0, 1, step.rate());
    }
  }

  private void move(
      float[] parameters,
      float[] velocities,
      int from,
      float[] sums,
      int length,
      float decay,
      float share,
      double rate) {
    for (int at = 0; at < length; at += LANES) {
      FloatVector parameter = FloatVector.fromArray(SPECIES, parameters, from + at);
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, at);
      FloatVector gradient = parameter.mul(decay).add(sum).mul(share);
      FloatVector velocity = FloatVector.fromArray(SPECIES, velocities, from + at);
      FloatVector moving = velocity.mul(momentum).add(gradient);
      moving.intoArray(velocities, from + at);
      FloatVector move = gradient.mul(ofGradient).add(moving.mul(ofVelocity));
      parameter.sub(move.mul((float) rate)).intoArray(parameters, from + at);
    }
  }
}
