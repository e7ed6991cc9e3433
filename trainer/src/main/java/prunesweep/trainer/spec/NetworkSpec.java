package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.List;

/**
 * A multi-layer perceptron: ReLU hidden layers, softmax output.
 *
 * @param hidden units of each hidden layer, first to last
 * @param bias whether neurons have a bias
 */
public record NetworkSpec(List<Integer> hidden, boolean bias) implements Serializable {

  private static final int MOST_LAYERS = 64;
  private static final int MOST_UNITS = 65_536;

  public NetworkSpec {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.size() > MOST_LAYERS) {
      throw new InvalidSpecException(
          "hidden", "a list of 1 to %d hidden layers".formatted(MOST_LAYERS), hidden);
    }
    hidden.forEach(units -> Require.between("hidden", units, 1, MOST_UNITS));
  }

  /** Weights of the hidden layers behind {@code inputs}: those that can be pruned. */
  public long prunableWeights(int inputs) {
    long weights = 0;
    long width = inputs;
    for (int units : hidden) {
      weights += width * units;
      width = units;
    }
    return weights;
  }

  /** Weights of all layers between {@code inputs} and {@code classes}; biases are not counted. */
  public long weights(int inputs, int classes) {
    return prunableWeights(inputs) + (long) hidden.get(hidden.size() - 1) * classes;
  }

  /** The widths as one word, e.g. {@code 300-200-100-50}, with {@code -nobias} where that holds. */
  public String label() {
    String widths = String.join("-", hidden.stream().map(String::valueOf).toList());
    return bias ? widths : widths + "-nobias";
  }

  void describe(CanonicalText text) {
    text.put("network.hidden", hidden);
    text.put("network.bias", bias);
  }
}
