package prunesweep.trainer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * Initial parameters: weights uniform in ±sqrt(6 / (inputs + units)), biases zero (Glorot and
 * Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010, eq. 16).
 * In a convolution the values under its kernel count as inputs, and channels times the kernel's
 * area as units, as in Keras.
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

  /** The same from the random streams called {@code stream}. */
  public static Parameters initialise(
      NetworkSpec network, int inputs, int classes, long seed, String stream) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (Layer layer : Architecture.of(network, inputs, classes).layers()) {
      RandomGenerator random = RandomStream.of(seed, stream, kernels.size());
      kernels.add(kernel(layer, random));
      biases.add(new float[network.bias() ? layer.units() : 0]);
    }
    return new Parameters(kernels, biases);
  }

  private static Kernel kernel(Layer layer, RandomGenerator random) {
    double limit = Math.sqrt(6.0 / (layer.inputs() + layer.fanOut()));
    float[] weights = new float[Math.toIntExact(layer.weights())];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
    return new Kernel(layer.inputs(), layer.units(), weights);
  }
}
