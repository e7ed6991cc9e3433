package prunesweep.trainer.training.vector;

import prunesweep.trainer.spec.UpdateSpec;

/**
 * What a step takes off a parameter for each unit of its value.
 *
 * @param ofWeights from 0
 * @param ofBiases from 0
 */
record Decay(double ofWeights, double ofBiases) {

  static final Decay NONE = new Decay(0, 0);

  /** The decay that {@code update} asks for. */
  static Decay of(UpdateSpec update) {
    return new Decay(update.weightDecay(), update.biasDecay());
  }

  boolean isNone() {
    return equals(NONE);
  }
}
