package prunesweep.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.Encoding;
import prunesweep.trainer.data.Scaling;
import prunesweep.trainer.export.dl4j.ModelFile;
import prunesweep.trainer.export.numpy.NpzFile;
import prunesweep.trainer.export.onnx.OnnxFile;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.spec.NetworkSpec;

/** Files that were written and read again, by this program's readers. */
class FormatsTest {

  @TempDir Path directory;

  private static List<TrainedNetwork> networks() {
    return List.of(
        Exported.perceptron(0.5),
        Exported.of(new NetworkSpec(List.of(30), false), 1),
        CompactNetwork.of(Exported.perceptron(0.01)),
        withOwnScaling(Exported.perceptron(0.5)),
        Exported.lenet(),
        CompactNetwork.of(Exported.lenet()));
  }

  /** Each feature scaled by itself; some are constant. */
  private static TrainedNetwork withOwnScaling(TrainedNetwork network) {
    double[] shifts = new double[784];
    double[] spreads = new double[784];
    for (int feature = 0; feature < 784; feature++) {
      shifts[feature] = feature % 7;
      spreads[feature] = feature % 5 * 60;
    }
    return new TrainedNetwork(
        network.architecture(),
        network.parameters(),
        new Encoding(new Scaling(shifts, spreads), network.encoding().classNames()),
        network.features());
  }

  @Test
  void onnxAndNumpyFilesHoldTheSameBits() throws IOException {
    for (TrainedNetwork network : networks()) {
      Path onnx = Files.write(directory.resolve("network.onnx"), OnnxFile.of(network));
      Path npz = Files.write(directory.resolve("network.npz"), NpzFile.of(network));
      requireSame(OnnxFile.read(onnx), network);
      requireSame(NpzFile.read(npz), network);
    }
  }

  private static void requireSame(TrainedNetwork back, TrainedNetwork network) {
    assertThat(Networks.bits(back.parameters())).isEqualTo(Networks.bits(network.parameters()));
    assertThat(back.architecture()).isEqualTo(network.architecture());
    assertThat(back.features()).isEqualTo(network.features());
    assertThat(back.encoding().classNames()).isEqualTo(network.encoding().classNames());
    assertThat(Exported.probabilities(new ForwardPass(back)))
        .isEqualTo(Exported.probabilities(new ForwardPass(network)));
  }

  /** Deeplearning4j computes by itself, from a file without a class of this program. */
  @Test
  void deeplearning4jTellsTheSameClasses() throws IOException {
    int count = 0;
    for (TrainedNetwork network : networks()) {
      Path file = directory.resolve("network%d.zip".formatted(count++));
      ModelFile.write(network, file);
      try (Classifier model = ModelFile.read(file)) {
        float[] expected = Exported.probabilities(new ForwardPass(network));
        float[] actual = Exported.probabilities(model);
        assertThat(model.classNames()).isEqualTo(network.encoding().classNames());
        assertThat(actual).containsExactly(expected, within(1e-4f));
        assertThat(Exported.classes(actual)).isEqualTo(Exported.classes(expected));
      }
    }
  }

  @Test
  void otherFilesAreRefusedInASentence() throws IOException {
    Path file = Files.writeString(directory.resolve("other"), "PK: something else");
    assertThatThrownBy(() -> OnnxFile.read(file))
        .isInstanceOf(UnreadableNetworkException.class)
        .hasMessage(
            "Cannot read the network: %s must be a file in ONNX that sweep export has written, got"
                + " another",
            file);
    assertThatThrownBy(() -> NpzFile.read(file)).isInstanceOf(UnreadableNetworkException.class);
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(UnreadableNetworkException.class);
  }
}
