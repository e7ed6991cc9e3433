package prunesweep.trainer.training.vector;

import prunesweep.trainer.spec.UpdateSpec;

/**
 * Weight decay apart from another update: each parameter loses its own value, times rate and decay,
 * before it moves (Loshchilov and Hutter, Decoupled weight decay regularization, 2019).
 */
final class ShrunkUpdate extends UpdateWithDecay {

  ShrunkUpdate(LiveParameters live, WeightUpdate inner, UpdateSpec update) {
    super(live, inner, update);
  }

  @Override
  public void begin(UpdateStep step) {
    shrink(live.weights, ofWeights, step);
    inner.begin(step);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    shrink(live.bias, ofBiases, step);
    inner.bias(gradientSums, step);
  }

  private static void shrink(float[] values, double decay, UpdateStep step) {
    if (decay > 0) {
      add(values, (float) (-step.rate() * decay), values);
    }
  }
}
