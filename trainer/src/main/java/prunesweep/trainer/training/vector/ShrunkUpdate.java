package prunesweep.trainer.training.vector;

/**
 * Weight decay apart from another update: each parameter loses its own value, times rate and decay,
 * before it moves (Loshchilov and Hutter, Decoupled weight decay regularization, 2019).
 */
final class ShrunkUpdate extends UpdateWithDecay {

  private float weightFactor;

  ShrunkUpdate(LiveParameters live, WeightUpdate inner, Decay decay) {
    super(live, inner, decay);
  }

  @Override
  public void begin(UpdateStep step) {
    weightFactor = (float) (-step.rate() * decay.ofWeights());
    inner.begin(step);
  }

  @Override
  public int open(int from, int length) {
    add(live.weights, from, length, weightFactor, live.weights, from);
    return inner.open(from, length);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    if (decay.ofBiases() > 0) {
      float factor = (float) (-step.rate() * decay.ofBiases());
      add(live.bias, 0, live.bias.length, factor, live.bias, 0);
    }
    inner.bias(gradientSums, step);
  }
}
