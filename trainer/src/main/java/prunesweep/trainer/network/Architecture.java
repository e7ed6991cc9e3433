package prunesweep.trainer.network;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * A network between the images and the classes of a data set.
 *
 * @param layers input side first; the last one is the output layer
 * @param bias whether units have a bias
 */
public record Architecture(List<Layer> layers, boolean bias) {

  public Architecture {
    layers = List.copyOf(layers);
  }

  /**
   * The network {@code network} on {@code dataset}.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if its convolutions do not fit the images
   */
  public static Architecture of(NetworkSpec network, Dataset dataset) {
    return of(network, dataset.inputs(), dataset.classes());
  }

  /**
   * The network {@code network} between images of {@code inputs} pixels and {@code classes}.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if its convolutions do not fit the images
   */
  public static Architecture of(NetworkSpec network, int inputs, int classes) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (Layer.Convolution convolution : convolutions(network, inputs)) {
      layers.add(convolution);
      width = convolution.pooled().values();
    }
    for (int units : network.hidden()) {
      layers.add(new Layer.Dense(width, units));
      width = units;
    }
    layers.add(new Layer.Dense(width, classes));
    return new Architecture(layers, network.bias());
  }

  private static List<Layer.Convolution> convolutions(NetworkSpec network, int inputs) {
    List<Layer.Convolution> layers = new ArrayList<>();
    if (network.isConvolutional()) {
      FeatureMaps maps = FeatureMaps.squareImage(inputs);
      for (ConvolutionSpec spec : network.convolutions()) {
        Layer.Convolution layer = new Layer.Convolution(maps, spec);
        layers.add(layer);
        maps = layer.pooled();
      }
    }
    return layers;
  }

  /** Its convolutions, which come before all other layers. */
  public List<Layer.Convolution> convolutions() {
    return layers.stream()
        .filter(Layer.Convolution.class::isInstance)
        .map(Layer.Convolution.class::cast)
        .toList();
  }

  /** The layers before the output layer. */
  public List<Layer> hidden() {
    return layers.subList(0, layers.size() - 1);
  }

  /** Units of the output layer. */
  public int classes() {
    return layers.get(layers.size() - 1).units();
  }

  /** Weights of the hidden layers: those that can be pruned. */
  public long prunableWeights() {
    return weights(hidden());
  }

  /** Weights of all layers; biases are not counted. */
  public long weights() {
    return weights(layers);
  }

  private static long weights(List<Layer> layers) {
    return layers.stream().mapToLong(Layer::weights).sum();
  }

  /**
   * Floating-point operations of one image (protocol, section 1): two a non-zero weight at each
   * place it is applied to.
   */
  public long flops(Parameters parameters) {
    long flops = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      long nonZero = parameters.kernels().get(layer).nonZeroWeights();
      flops += 2 * nonZero * layers.get(layer).places();
    }
    return flops;
  }
}
