package prunesweep.trainer.training.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

/** Trains a small network and tells the width of the vectors and a checksum of all parameters. */
final class VectorWidthProbe {

  private static final NetworkSpec NETWORK = new NetworkSpec(List.of(35, 20), true);

  private static final NetworkSpec CONVOLUTIONAL =
      new NetworkSpec(
          List.of(new ConvolutionSpec(6, 5, 2, 2), new ConvolutionSpec(9, 3, 0, 1)),
          List.of(20),
          true);

  private VectorWidthProbe() {}

  /** Writes {@link #describe()} to the file named in the first argument. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), describe());
  }

  static String describe() {
    return "%d lanes, %s, %s, %s, %s, %s"
        .formatted(
            Lanes.LANES,
            checksums(),
            gradientChecksum(),
            updateChecksums(),
            sparseChecksum(),
            convolutionChecksums());
  }

  /**
   * Of 60 steps with two convolutions by SGD and by Adam, the last 20 of each masked, and of
   * gradients after them.
   */
  static String convolutionChecksums() {
    return convolutionChecksum(Optimizer.SGD, 0.1)
        + " "
        + convolutionChecksum(Optimizer.ADAM, 0.005);
  }

  private static String convolutionChecksum(Optimizer optimizer, double rate) {
    LabelledImages images = SmallImages.noise(3, 600, 144, 10);
    Architecture network = Architecture.of(CONVOLUTIONAL, 144, 10);
    Parameters initial = GlorotUniform.initialise(CONVOLUTIONAL, 144, 10, 3);
    TrainingSpec training = SmallSpecs.training(Engine.VECTOR, optimizer, rate, 30);
    try (VectorEngine engine = new VectorEngine(network, training, initial)) {
      engine.train(images, order(0));
      engine.train(images, order(1));
      engine.hold(RandomMasks.half(3, initial.hidden()));
      engine.train(images, order(2));
      List<Kernel> gradients = engine.gradients(images, Arrays.copyOf(order(2), 95));
      return checksum(engine.parameters()) + "/" + checksum(new Parameters(gradients, List.of()));
    }
  }

  /** Of 60 steps by SGD, the last 20 by the kept half of the weights alone. */
  static String sparseChecksum() {
    return checksum(SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 30), new SparseLimit(1));
  }

  /** Of gradients on 95 images, after 40 steps by SGD and with a mask held. */
  static String gradientChecksum() {
    LabelledImages images = SmallImages.noise(3, 600, 50, 10);
    Parameters initial = GlorotUniform.initialise(NETWORK, 50, 10, 3);
    try (VectorEngine engine =
        new VectorEngine(SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 30), initial)) {
      engine.train(images, order(0));
      engine.train(images, order(1));
      engine.hold(RandomMasks.half(3, initial.hidden()));
      int[] indices = Arrays.copyOf(order(2), 95);
      return checksum(new Parameters(engine.gradients(images, indices), List.of()));
    }
  }

  /** Of 60 steps by SGD and of 60 by Adam, the last 20 of each masked. */
  static String checksums() {
    return checksum(Optimizer.SGD, 0.1) + " " + checksum(Optimizer.ADAM, 0.005);
  }

  /** Of 60 steps by each rule with something beside the optimiser, the last 20 masked. */
  static String updateChecksums() {
    return Updates.all()
        .map(update -> checksum(Updates.training(Engine.VECTOR, update, 30)))
        .collect(Collectors.joining(" "));
  }

  private static String checksum(Optimizer optimizer, double rate) {
    return checksum(SmallSpecs.training(Engine.VECTOR, optimizer, rate, 30));
  }

  private static String checksum(TrainingSpec training) {
    return checksum(training, SparseLimit.STANDARD);
  }

  private static String checksum(TrainingSpec training, SparseLimit limit) {
    LabelledImages images = SmallImages.noise(3, 600, 50, 10);
    Parameters initial = GlorotUniform.initialise(NETWORK, 50, 10, 3);
    try (VectorEngine engine = new VectorEngine(training, initial, limit)) {
      engine.train(images, order(0));
      engine.train(images, order(1));
      engine.hold(RandomMasks.half(3, initial.hidden()));
      engine.train(images, order(2));
      return checksum(engine.parameters());
    }
  }

  private static int[] order(int pass) {
    return new Random(pass).ints(20 * 30 - 13, 0, 600).toArray();
  }

  private static String checksum(Parameters parameters) {
    CRC32 crc = new CRC32();
    parameters.kernels().forEach(kernel -> update(crc, kernel.weights()));
    parameters.biases().forEach(bias -> update(crc, bias));
    return Long.toHexString(crc.getValue());
  }

  private static void update(CRC32 crc, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    crc.update(bytes.array());
  }
}
