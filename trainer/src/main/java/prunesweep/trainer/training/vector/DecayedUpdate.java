package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Weight decay before another update: to the gradient of each parameter its own value is added,
 * times the decay. A held weight is zero and adds nothing.
 */
final class DecayedUpdate implements WeightUpdate {

  private final LiveLayer layer;
  private final WeightUpdate inner;
  private final double ofWeights;
  private final double ofBiases;

  private DecayedUpdate(LiveLayer layer, WeightUpdate inner, double ofWeights, double ofBiases) {
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
      return new DecayedUpdate(layer, inner.forLayer(layer, memories), ofWeights, ofBiases);
    }
  }

  /** The target takes sums over the images of the step, times the factor. */
  @Override
  public void begin(UpdateStep step) {
    inner.begin(step);
    float factor = (float) (ofWeights * step.images() * factor().value());
    add(layer.weights, factor, target());
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
    if (ofBiases > 0) {
      add(layer.bias, (float) (ofBiases * step.images()), gradientSums);
    }
    inner.bias(gradientSums, step);
  }

  @Override
  public List<ParameterArrays> memories() {
    return inner.memories();
  }

  /** Adds {@code factor} times what stands in {@code values}; both may be one array. */
  static void add(float[] values, float factor, float[] to) {
    for (int at = 0; at < values.length; at += LANES) {
      FloatVector value = FloatVector.fromArray(SPECIES, values, at);
      FloatVector.fromArray(SPECIES, to, at).add(value.mul(factor)).intoArray(to, at);
    }
  }
}
