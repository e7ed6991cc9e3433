package prunesweep.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.PixelValues;
import prunesweep.trainer.data.RawValues;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.NetworkSpec;

/** Networks on the shipped sample of Fashion-MNIST, and its 1,000 raw test images. */
public final class Exported {

  public static final Dataset SAMPLE = SmallImages.sample();

  private Exported() {}

  /** The raw test images. */
  public static RawValues rows() {
    return new PixelValues("sample", (ByteFeatures) SAMPLE.test().features());
  }

  /** LeNet-5 with a third of its weights, and biases. */
  public static TrainedNetwork lenet() {
    return of(Networks.LENET, 0.33);
  }

  /** A perceptron with a share {@code kept} of its weights, and biases. */
  public static TrainedNetwork perceptron(double kept) {
    return of(new NetworkSpec(List.of(40, 30, 20), true), kept);
  }

  /** The network {@code spec} with random weights, of which a share {@code kept} is not zero. */
  public static TrainedNetwork of(NetworkSpec spec, double kept) {
    Random random = new Random(5);
    Parameters initial = GlorotUniform.initialise(spec, 784, 10, 3);
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (Kernel kernel : initial.kernels()) {
      float[] weights = kernel.weights().clone();
      for (int index = 0; index < weights.length; index++) {
        weights[index] = random.nextDouble() < kept ? weights[index] : 0;
      }
      kernels.add(new Kernel(kernel.inputs(), kernel.units(), weights));
      float[] bias = new float[spec.bias() ? kernel.units() : 0];
      for (int unit = 0; unit < bias.length; unit++) {
        bias[unit] = (float) random.nextGaussian() / 10;
      }
      biases.add(bias);
    }
    return new TrainedNetwork(
        Architecture.of(spec, 784, 10),
        new Parameters(kernels, biases),
        SAMPLE.encoding(),
        IntStream.range(0, 784).boxed().toList());
  }

  /** All probabilities of the test images. */
  public static float[] probabilities(Classifier network) {
    return network.probabilities(rows(), 0, rows().rows());
  }

  /** The classes of rows of ten probabilities. */
  public static List<Integer> classes(float[] probabilities) {
    List<Integer> classes = new ArrayList<>();
    for (int from = 0; from < probabilities.length; from += 10) {
      int best = from;
      for (int index = from; index < from + 10; index++) {
        best = probabilities[index] > probabilities[best] ? index : best;
      }
      classes.add(best - from);
    }
    return classes;
  }
}
