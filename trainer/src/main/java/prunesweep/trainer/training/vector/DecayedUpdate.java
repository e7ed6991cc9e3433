package prunesweep.trainer.training.vector;

import prunesweep.trainer.spec.UpdateSpec;

/**
 * Weight decay before another update: to the gradient of each parameter its own value is added,
 * times the decay.
 */
final class DecayedUpdate extends UpdateWithDecay {

  DecayedUpdate(LiveLayer layer, WeightUpdate inner, UpdateSpec update) {
    super(layer, inner, update);
  }

  /** The target takes sums over the images of the step, times the factor. */
  @Override
  public void begin(UpdateStep step) {
    inner.begin(step);
    float factor = (float) (ofWeights * step.images() * factor().value());
    add(layer.weights, factor, target());
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    if (ofBiases > 0) {
      add(layer.bias, (float) (ofBiases * step.images()), gradientSums);
    }
    inner.bias(gradientSums, step);
  }
}
