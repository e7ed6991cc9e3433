package prunesweep.benchmarks.contest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.LabelledImages;

/**
 * Starts PyTorch on the images and in the order of the Java contestants.
 *
 * @param name its name in messages
 * @param python the interpreter that has PyTorch
 * @param maskedShare share of each hidden layer's weights that is held at zero, 0..1
 * @param subject the network and the images
 */
record TorchStarter(String name, String python, double maskedShare, Subject subject)
    implements Starter {

  private static final String SCRIPT = "torch_peer.py";

  /**
   * Checks that {@code python} has PyTorch.
   *
   * @throws BenchException that tells how to get it, if it has not
   */
  static void require(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import numpy, torch")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw missing("no module torch in " + python);
      }
    } catch (IOException e) {
      throw missing("no interpreter " + python);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Cannot compare with PyTorch: it was interrupted", e);
    }
  }

  private static BenchException missing(String got) {
    return new BenchException(
        ("Cannot compare with PyTorch: it must be installed"
                + " (apt-get install python3-torch libopenblas0-pthread)"
                + " or left out (--without-torch), got %s")
            .formatted(got));
  }

  @Override
  public Peer start(CoreType core) {
    ProcessBuilder command =
        new ProcessBuilder(
            python, "-c", script(), Double.toString(maskedShare), subject.network().label());
    core.putInto(command.environment());
    return PeerProcess.start(name, command, this::sendImages);
  }

  private static String script() {
    try (InputStream stream = TorchStarter.class.getResourceAsStream(SCRIPT)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendImages(OutputStream requests) throws IOException {
    LabelledImages images = subject.images();
    String head = "data %d %d %d\n".formatted(images.count(), images.inputs(), Subject.BATCH);
    requests.write(head.getBytes(StandardCharsets.UTF_8));
    ByteFeatures pixels = (ByteFeatures) images.features();
    requests.write(
        pixels.values(), images.row(0) * images.inputs(), images.count() * images.inputs());
    for (int image = 0; image < images.count(); image++) {
      requests.write(images.label(image));
    }
    ByteBuffer order =
        ByteBuffer.allocate(images.count() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    order.asIntBuffer().put(subject.order());
    requests.write(order.array());
  }
}
