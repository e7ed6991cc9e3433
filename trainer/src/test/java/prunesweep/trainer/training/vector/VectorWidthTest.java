package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The claim of {@link VectorEngine}: the bits do not depend on the width of the host's vectors. */
class VectorWidthTest {

  @TempDir private Path folder;

  /** In a virtual machine of its own, for a width is chosen once. */
  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {16, 32})
  void narrowerVectorsGiveTheSameBits(int bytes) throws IOException, InterruptedException {
    assumeThat(Lanes.LANES)
        .as("the vectors of this host are not wider")
        .isGreaterThan(bytes / Float.BYTES);

    assertThat(probe("-XX:MaxVectorSize=" + bytes))
        .isEqualTo(
            "%d lanes, %s, %s, %s, %s, %s",
            bytes / Float.BYTES,
            VectorWidthProbe.checksums(),
            VectorWidthProbe.gradientChecksum(),
            VectorWidthProbe.updateChecksums(),
            VectorWidthProbe.sparseChecksum(),
            VectorWidthProbe.convolutionChecksums());
  }

  /** Made once by this engine. */
  @Test
  void convolutionsArePinned() {
    assertThat(VectorWidthProbe.convolutionChecksums())
        .isEqualTo("36f6973d/a1e1287f b46c0201/1d7367ca");
  }

  /** The bits of a layer of few weights are those of the dense products. */
  @Test
  void sparseIsPinned() {
    assertThat(VectorWidthProbe.sparseChecksum()).isEqualTo("8d46cc88");
  }

  /** Made once by this engine: a change of these bits changes the rows of every published sweep. */
  @Test
  void isPinned() {
    assertThat(VectorWidthProbe.checksums()).isEqualTo("8d46cc88 fbf675b2");
  }

  /** Made once by this engine: scores from gradients follow from these bits. */
  @Test
  void gradientsArePinned() {
    assertThat(VectorWidthProbe.gradientChecksum()).isEqualTo("658da04b");
  }

  /** Made once by this engine: the rules with something beside the optimiser. */
  @Test
  void updatesArePinned() {
    assertThat(VectorWidthProbe.updateChecksums())
        .isEqualTo("6e4587de 8b6fdf44 834419f 2d577fdd b2d37f2b 5b2298a2");
  }

  private String probe(String option) throws IOException, InterruptedException {
    Path answer = folder.resolve("answer");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Xmx256m",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                VectorWidthProbe.class.getName(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    return Files.readString(answer);
  }
}
