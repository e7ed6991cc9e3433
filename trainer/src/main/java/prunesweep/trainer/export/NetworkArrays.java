package prunesweep.trainer.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import prunesweep.trainer.data.Encoding;
import prunesweep.trainer.data.Scaling;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * A network as named arrays:
 *
 * <ul>
 *   <li>{@code network}: its hidden layers as one word; {@code classes}: what its outputs are
 *       called; {@code inputs}: how many features a raw row has;
 *   <li>{@code features}: which of them go in, where not all do;
 *   <li>{@code shift} and {@code spread}: one number for each that goes in, as (x - shift) /
 *       spread; an infinite spread makes 0 of it;
 *   <li>{@code kernel1}, {@code bias1}, ...: a layer's weights, inputs x units, or units x maps x
 *       side x side of a convolution, and its biases, where there are any.
 * </ul>
 */
public final class NetworkArrays {

  /** The hidden layers as one word. */
  public static final String NETWORK = "network";

  /** The name of the array with the names of the outputs. */
  public static final String CLASSES = "classes";

  /** The name of the number of features of a raw row. */
  public static final String INPUTS = "inputs";

  /** Which features go in. */
  public static final String FEATURES = "features";

  /** The name of the array that is taken off the features. */
  public static final String SHIFT = "shift";

  /** The name of the array by which they are then divided. */
  public static final String SPREAD = "spread";

  private NetworkArrays() {}

  /** The weights of layer {@code layer}, from 0. */
  public static String kernel(int layer) {
    return "kernel" + (layer + 1);
  }

  /** The biases of layer {@code layer}, from 0. */
  public static String bias(int layer) {
    return "bias" + (layer + 1);
  }

  /** Puts {@code network} into {@code sink}. */
  public static void write(TrainedNetwork network, ArraySink sink) {
    sink.texts(NETWORK, List.of(network.spec().label()));
    sink.texts(CLASSES, network.encoding().classNames());
    sink.texts(INPUTS, List.of(Integer.toString(network.inputs())));
    if (!network.takesAll()) {
      sink.integers(FEATURES, network.features());
    }
    Scaling scaling = network.encoding().scaling();
    sink.doubles(SHIFT, chosen(scaling.shifts(), network.features()));
    double[] spreads = chosen(scaling.spreads(), network.features());
    sink.doubles(SPREAD, replaced(spreads, 0, Double.POSITIVE_INFINITY));
    for (int layer = 0; layer < network.architecture().layers().size(); layer++) {
      writeLayer(network, layer, sink);
    }
  }

  private static double[] chosen(double[] values, List<Integer> places) {
    return places.stream().mapToDouble(place -> values[place]).toArray();
  }

  private static double[] replaced(double[] values, double from, double to) {
    return Arrays.stream(values).map(value -> value == from ? to : value).toArray();
  }

  private static void writeLayer(TrainedNetwork network, int layer, ArraySink sink) {
    Kernel kernel = network.parameters().kernels().get(layer);
    if (network.architecture().layers().get(layer) instanceof Layer.Convolution convolution) {
      int side = convolution.spec().kernel();
      float[] byUnit = transposed(kernel.weights(), kernel.inputs(), kernel.units());
      sink.floats(
          kernel(layer), byUnit, kernel.units(), convolution.below().channels(), side, side);
    } else {
      sink.floats(kernel(layer), kernel.weights(), kernel.inputs(), kernel.units());
    }
    if (network.architecture().bias()) {
      sink.floats(bias(layer), network.parameters().biases().get(layer), kernel.units());
    }
  }

  private static float[] transposed(float[] matrix, int rows, int columns) {
    float[] transposed = new float[matrix.length];
    for (int index = 0; index < matrix.length; index++) {
      transposed[index % columns * rows + index / columns] = matrix[index];
    }
    return transposed;
  }

  /**
   * The network in {@code source}; empty where parts of it are missing or do not go together.
   *
   * @throws RuntimeException of any kind where a text is none that {@link #write} makes
   */
  public static Optional<TrainedNetwork> read(ArraySource source) {
    Optional<List<String>> words = source.texts(NETWORK);
    Optional<List<String>> classes = source.texts(CLASSES);
    Optional<List<String>> inputs = source.texts(INPUTS);
    Optional<double[]> shifts = source.doubles(SHIFT);
    Optional<double[]> spreads = source.doubles(SPREAD);
    if (words.isEmpty()
        || classes.isEmpty()
        || inputs.isEmpty()
        || shifts.isEmpty()
        || spreads.isEmpty()) {
      return Optional.empty();
    }
    int raw = Integer.parseInt(inputs.get().get(0));
    List<Integer> features =
        source.integers(FEATURES).orElseGet(() -> IntStream.range(0, raw).boxed().toList());
    Scaling scaling =
        new Scaling(
            spread(shifts.get(), features, raw),
            spread(replaced(spreads.get(), Double.POSITIVE_INFINITY, 0), features, raw));
    Architecture architecture =
        Architecture.of(
            NetworkSpec.ofLabel(words.get().get(0)), features.size(), classes.get().size());
    return parameters(architecture, source)
        .map(
            parameters ->
                new TrainedNetwork(
                    architecture, parameters, new Encoding(scaling, classes.get()), features));
  }

  private static double[] spread(double[] values, List<Integer> places, int count) {
    double[] all = new double[count];
    for (int index = 0; index < values.length; index++) {
      all[places.get(index)] = values[index];
    }
    return all;
  }

  private static Optional<Parameters> parameters(Architecture architecture, ArraySource source) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < architecture.layers().size(); layer++) {
      Layer shape = architecture.layers().get(layer);
      Optional<float[]> weights = source.floats(kernel(layer));
      Optional<float[]> bias =
          architecture.bias() ? source.floats(bias(layer)) : Optional.of(new float[0]);
      if (weights.isEmpty() || bias.isEmpty()) {
        return Optional.empty();
      }
      float[] matrix =
          shape instanceof Layer.Convolution
              ? transposed(weights.get(), shape.units(), shape.inputs())
              : weights.get();
      kernels.add(new Kernel(shape.inputs(), shape.units(), matrix));
      biases.add(bias.get());
    }
    return Optional.of(new Parameters(kernels, biases));
  }
}
