package prunesweep.trainer.training.vector;

/**
 * Weight decay before an update that adds gradients to its target: to the gradient of each
 * parameter its own value is added, times the decay.
 */
final class DecayedUpdate extends UpdateWithDecay {

  private float weightFactor;

  DecayedUpdate(LiveParameters live, WeightUpdate inner, Decay decay) {
    super(live, inner, decay);
  }

  /** The target takes sums over the images of the step, times the factor. */
  @Override
  public void begin(UpdateStep step) {
    inner.begin(step);
    weightFactor = (float) (decay.ofWeights() * step.images() * factor().value());
  }

  @Override
  public int open(int from, int length) {
    int at = inner.open(from, length);
    add(live.weights, from, length, weightFactor, target(), at);
    return at;
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    if (decay.ofBiases() > 0) {
      float factor = (float) (decay.ofBiases() * step.images());
      add(live.bias, 0, live.bias.length, factor, gradientSums, 0);
    }
    inner.bias(gradientSums, step);
  }
}
