package prunesweep.trainer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.InitialWeights;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * Initial parameters: random weights by the law that a network names, biases zero. In a convolution
 * the values under its kernel count as inputs, and channels times the kernel's area as units, as in
 * Keras and PyTorch.
 */
public final class InitialParameters {

  private InitialParameters() {}

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
      kernels.add(kernel(layer, network.init(), random));
      biases.add(new float[network.bias() ? layer.units() : 0]);
    }
    return new Parameters(kernels, biases);
  }

  private static Kernel kernel(Layer layer, InitialWeights law, RandomGenerator random) {
    float[] weights = new float[Math.toIntExact(layer.weights())];
    DoubleSupplier draws = draws(layer, law, random);
    for (int index = 0; index < weights.length; index++) {
      weights[index] = (float) draws.getAsDouble();
    }
    return new Kernel(layer.inputs(), layer.units(), weights);
  }

  private static DoubleSupplier draws(Layer layer, InitialWeights law, RandomGenerator random) {
    double both = layer.inputs() + layer.fanOut();
    return switch (law) {
      case GLOROT_UNIFORM -> uniform(Math.sqrt(6.0 / both), random);
      case GLOROT_NORMAL -> normal(Math.sqrt(2.0 / both), random);
      case HE_UNIFORM -> uniform(Math.sqrt(6.0 / layer.inputs()), random);
      case HE_NORMAL -> normal(Math.sqrt(2.0 / layer.inputs()), random);
    };
  }

  private static DoubleSupplier uniform(double limit, RandomGenerator random) {
    return () -> (2 * random.nextDouble() - 1) * limit;
  }

  /**
   * By the cosine of Box and Muller (A note on the generation of random normal deviates, 1958): two
   * uniform numbers and StrictMath make the same bits on every host and in every version of Java.
   */
  private static DoubleSupplier normal(double deviation, RandomGenerator random) {
    return () -> {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      return deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    };
  }
}
