package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;

/**
 * A network of ReLU hidden layers and a softmax output: a multi-layer perceptron, behind
 * convolutions if there are any.
 *
 * @param convolutions hidden layers of channels, first to last, before all others
 * @param hidden units of each further hidden layer, first to last
 * @param bias whether neurons and channels have a bias
 * @param init the law of its initial weights
 */
public record NetworkSpec(
    List<ConvolutionSpec> convolutions, List<Integer> hidden, boolean bias, InitialWeights init)
    implements Serializable {

  private static final String WITHOUT_BIAS = "-nobias";
  private static final int MOST_LAYERS = 64;
  private static final Rule<Integer> WIDTH = Rule.between(1, 65_536);

  /** Hidden layers of channels. */
  public static final Key<List<ConvolutionSpec>> CONVOLUTIONS =
      Key.of("network", "convolutions", ConvolutionSpec.LIST)
          .rule(
              new Rule<>(
                  "a list of at most %d layers".formatted(MOST_LAYERS),
                  layers -> layers.size() <= MOST_LAYERS))
          .older(List.of())
          .key();

  /** Units of each further hidden layer. */
  public static final Key<List<Integer>> HIDDEN =
      Key.of(
              "network",
              "hidden",
              Kind.listOf(
                  "a list of layer widths",
                  "a list in which each width is %s",
                  Kind.WHOLE_NUMBER,
                  WIDTH))
          .rule(
              new Rule<>(
                  "a list of 1 to %d hidden layers".formatted(MOST_LAYERS),
                  widths -> !widths.isEmpty() && widths.size() <= MOST_LAYERS))
          .key();

  /** Key that says whether neurons and channels have a bias. */
  public static final Key<Boolean> BIAS =
      Key.of("network", "bias", Kind.FLAG)
          .column("bias", "true, false", "Whether neurons have a bias")
          .key();

  /** The law of the initial weights. */
  public static final Key<InitialWeights> INIT =
      Key.of("network", "init", Kind.choice(InitialWeights.class))
          .older(InitialWeights.GLOROT_UNIFORM)
          .column("init", "Law of the initial weights")
          .generation(5)
          .label("init=%s")
          .key();

  /** Its keys. */
  public static final Section<NetworkSpec> SECTION =
      Section.of(
              "network",
              values ->
                  new NetworkSpec(
                      values.get(CONVOLUTIONS),
                      values.get(HIDDEN),
                      values.get(BIAS),
                      values.get(INIT)))
          .with(CONVOLUTIONS, NetworkSpec::convolutions)
          .with(HIDDEN, NetworkSpec::hidden)
          .with(BIAS, NetworkSpec::bias)
          .with(INIT, NetworkSpec::init);

  public NetworkSpec {
    convolutions = List.copyOf(convolutions);
    hidden = List.copyOf(hidden);
    CONVOLUTIONS.require(convolutions);
    HIDDEN.require(hidden);
    hidden.forEach(units -> WIDTH.require("hidden", units));
  }

  /** A network that begins as the paper's does. */
  public NetworkSpec(List<ConvolutionSpec> convolutions, List<Integer> hidden, boolean bias) {
    this(convolutions, hidden, bias, InitialWeights.GLOROT_UNIFORM);
  }

  /** A multi-layer perceptron. */
  public NetworkSpec(List<Integer> hidden, boolean bias) {
    this(List.of(), hidden, bias);
  }

  /** Tells whether it has convolutions. */
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
    return bias ? word : word + WITHOUT_BIAS;
  }

  /**
   * The network whose {@link #label} is {@code label}.
   *
   * @throws IllegalArgumentException if it is none's
   */
  public static NetworkSpec ofLabel(String label) {
    String word = StringUtils.removeEnd(label, WITHOUT_BIAS);
    List<ConvolutionSpec> convolutions = new ArrayList<>();
    List<Integer> hidden = new ArrayList<>();
    for (String layer : word.split("-")) {
      if (layer.contains(ConvolutionSpec.CHANNELS_OF)) {
        convolutions.add(ConvolutionSpec.ofLabel(layer));
      } else {
        hidden.add(Integer.valueOf(layer));
      }
    }
    return new NetworkSpec(convolutions, hidden, word.equals(label));
  }

  private Stream<String> convolutionLabels() {
    return convolutions.stream().map(ConvolutionSpec::label);
  }
}
