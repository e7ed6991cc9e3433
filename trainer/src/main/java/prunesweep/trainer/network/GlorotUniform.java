package prunesweep.trainer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * Initial parameters: weights uniform in ±sqrt(6 / (inputs + units)), biases zero (Glorot and
 * Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010, eq. 16).
 */
public final class GlorotUniform {

  private GlorotUniform() {}

  /**
   * The parameters of {@code network} between {@code inputs} and {@code classes} for {@code seed};
   * each layer has its own random stream.
   */
  public static Parameters initialise(NetworkSpec network, int inputs, int classes, long seed) {
    return initialise(network, inputs, classes, seed, "init");
  }

  /** As the other, from the random streams called {@code stream}. */
  public static Parameters initialise(
      NetworkSpec network, int inputs, int classes, long seed, String stream) {
    List<Integer> widths = widths(network, inputs, classes);
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      int units = widths.get(layer + 1);
      RandomGenerator random = RandomStream.of(seed, stream, layer);
      kernels.add(kernel(widths.get(layer), units, random));
      biases.add(new float[network.bias() ? units : 0]);
    }
    return new Parameters(kernels, biases);
  }

  private static List<Integer> widths(NetworkSpec network, int inputs, int classes) {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs);
    widths.addAll(network.hidden());
    widths.add(classes);
    return widths;
  }

  private static Kernel kernel(int inputs, int units, RandomGenerator random) {
    double limit = Math.sqrt(6.0 / (inputs + units));
    float[] weights = new float[Math.multiplyExact(inputs, units)];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
    return new Kernel(inputs, units, weights);
  }
}
