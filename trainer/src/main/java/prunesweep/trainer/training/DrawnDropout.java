package prunesweep.trainer.training;

import java.util.random.RandomGenerator;
import prunesweep.trainer.random.RandomStream;

/**
 * The dropout of one step: each output by itself. It depends on seed, phase, step and layer alone,
 * so that a training that goes on leaves out what it would have without a stop.
 *
 * @param rate the share that is left out, above 0 and below 1
 * @param seed of the trial
 * @param phase of the training
 * @param step from 0, counted over the training
 */
record DrawnDropout(double rate, long seed, String phase, int step) implements Dropout {

  @Override
  public float[] factors(int layer, int images, int units) {
    String use = Shuffle.stream("dropout-" + layer, phase);
    RandomGenerator random = RandomStream.of(seed, use, step);
    float kept = (float) (1 / (1 - rate));
    float[] factors = new float[images * units];
    for (int index = 0; index < factors.length; index++) {
      factors[index] = random.nextDouble() < rate ? 0 : kept;
    }
    return factors;
  }
}
