package prunesweep.trainer.training.vector;

import prunesweep.trainer.spec.UpdateSpec;

/**
 * Weight decay before another update: to the gradient of each parameter its own value is added,
 * times the decay.
 */
final class DecayedUpdate extends UpdateWithDecay {

  DecayedUpdate(LiveParameters live, WeightUpdate inner, UpdateSpec update) {
    super(live, inner, update);
  }

  /** The target takes sums over the images of the step, times the factor. */
  @Override
  public void begin(UpdateStep step) {
    inner.begin(step);
    float factor = (float) (ofWeights * step.images() * factor().value());
    add(live.weights, factor, target());
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    if (ofBiases > 0) {
      add(live.bias, (float) (ofBiases * step.images()), gradientSums);
    }
    inner.bias(gradientSums, step);
  }
}
