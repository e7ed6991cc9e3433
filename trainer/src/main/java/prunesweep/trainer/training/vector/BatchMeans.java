package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Means over a batch of sums of gradients, a decay in them. */
final class BatchMeans {

  private BatchMeans() {}

  /**
   * Puts them in place of the first {@code length} sums, those of the parameters from {@code from}
   * on: (sum + decay x images x parameter) / images.
   */
  static void replace(
      float[] sums, float[] parameters, int from, int length, double decay, UpdateStep step) {
    float factor = (float) (decay * step.images());
    for (int at = 0; at < length; at += LANES) {
      FloatVector parameter = FloatVector.fromArray(SPECIES, parameters, from + at);
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, at);
      parameter.mul(factor).add(sum).div(step.images()).intoArray(sums, at);
    }
  }
}
