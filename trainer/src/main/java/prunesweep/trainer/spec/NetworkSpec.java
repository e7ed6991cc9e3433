package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network of ReLU hidden layers and a softmax output: a multi-layer perceptron, behind
 * convolutions if there are any.
 *
 * @param convolutions hidden layers of channels, first to last, before all others
 * @param hidden units of each further hidden layer, first to last
 * @param bias whether neurons and channels have a bias
 */
public record NetworkSpec(List<ConvolutionSpec> convolutions, List<Integer> hidden, boolean bias)
    implements Serializable {

  private static final int MOST_LAYERS = 64;
  private static final int MOST_UNITS = 65_536;

  public NetworkSpec {
    convolutions = List.copyOf(convolutions);
    hidden = List.copyOf(hidden);
    if (convolutions.size() > MOST_LAYERS) {
      throw new InvalidSpecException(
          "convolutions", "a list of at most %d layers".formatted(MOST_LAYERS), convolutions);
    }
    if (hidden.isEmpty() || hidden.size() > MOST_LAYERS) {
      throw new InvalidSpecException(
          "hidden", "a list of 1 to %d hidden layers".formatted(MOST_LAYERS), hidden);
    }
    hidden.forEach(units -> Require.between("hidden", units, 1, MOST_UNITS));
  }

  /** A multi-layer perceptron. */
  public NetworkSpec(List<Integer> hidden, boolean bias) {
    this(List.of(), hidden, bias);
  }

  /** Whether it has convolutions. */
  public boolean isConvolutional() {
    return !convolutions.isEmpty();
  }

  /** Number of its hidden layers: those that can be pruned. */
  public int hiddenLayers() {
    return convolutions.size() + hidden.size();
  }

  /**
   * The hidden layers as one word, e.g. {@code 300-200-100-50} or {@code 6c5p2m2-16c5m2-120-84},
   * with {@code -nobias} where that holds.
   */
  public String label() {
    Stream<String> layers =
        Stream.concat(convolutionLabels(), hidden.stream().map(String::valueOf));
    String word = layers.collect(Collectors.joining("-"));
    return bias ? word : word + "-nobias";
  }

  private Stream<String> convolutionLabels() {
    return convolutions.stream().map(ConvolutionSpec::label);
  }

  void describe(CanonicalText text) {
    if (isConvolutional()) {
      text.put("network.convolutions", convolutionLabels().collect(Collectors.joining(",")));
    }
    text.put("network.hidden", hidden);
    text.put("network.bias", bias);
  }
}
