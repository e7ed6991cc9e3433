package prunesweep.trainer.training.vector;

import java.util.List;

/**
 * Weight decay apart from another update: each parameter loses its own value, times rate and decay,
 * before it moves (Loshchilov and Hutter, Decoupled weight decay regularization, 2019).
 */
final class ShrunkUpdate implements WeightUpdate {

  private final LiveLayer layer;
  private final WeightUpdate inner;
  private final double ofWeights;
  private final double ofBiases;

  private ShrunkUpdate(LiveLayer layer, WeightUpdate inner, double ofWeights, double ofBiases) {
    this.layer = layer;
    this.inner = inner;
    this.ofWeights = ofWeights;
    this.ofBiases = ofBiases;
  }

  /**
   * The rule {@code inner} with decays.
   *
   * @param inner makes moves of gradients
   * @param ofWeights the decay of weights, from 0
   * @param ofBiases that of biases
   */
  record Rule(UpdateRule inner, double ofWeights, double ofBiases) implements UpdateRule {
    @Override
    public int memories() {
      return inner.memories();
    }

    @Override
    public boolean movesWithoutGradient() {
      return true;
    }

    @Override
    public WeightUpdate forLayer(LiveLayer layer, List<ParameterArrays> memories) {
      return new ShrunkUpdate(layer, inner.forLayer(layer, memories), ofWeights, ofBiases);
    }
  }

  @Override
  public void begin(UpdateStep step) {
    shrink(layer.weights, ofWeights, step);
    inner.begin(step);
  }

  private static void shrink(float[] values, double decay, UpdateStep step) {
    if (decay > 0) {
      DecayedUpdate.add(values, (float) (-step.rate() * decay), values);
    }
  }

  @Override
  public float[] target() {
    return inner.target();
  }

  @Override
  public MaskedFactor factor() {
    return inner.factor();
  }

  @Override
  public void weights(UpdateStep step) {
    inner.weights(step);
  }

  @Override
  public void bias(float[] gradientSums, UpdateStep step) {
    shrink(layer.bias, ofBiases, step);
    inner.bias(gradientSums, step);
  }

  @Override
  public List<ParameterArrays> memories() {
    return inner.memories();
  }
}
