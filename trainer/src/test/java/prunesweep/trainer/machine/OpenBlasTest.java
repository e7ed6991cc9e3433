package prunesweep.trainer.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class OpenBlasTest {

  private static final String VERSION = System.getProperty("openblas.version");

  /** What a shell or the daemon of a cluster may export. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "OPENBLAS_CORETYPE",
          "Prescott",
          "OPENBLAS_L2_SIZE",
          "512",
          "OMP_NUM_THREADS",
          "2",
          "OPENBLAS_NUM_THREADS",
          "2");

  @TempDir Path directory;

  @Test
  void isTheVersionOfTheBuild() {
    assertThat(VERSION).startsWith(OpenBlas.inUse().version() + "-");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isTheOneThatNd4jMultipliesWith() throws IOException {
    OpenBlas.inUse();
    assertThat(Nd4j.ones(3, 5).mmul(Nd4j.ones(5, 2)).sumNumber().intValue()).isEqualTo(30);
    List<String> libraries =
        Files.readAllLines(Path.of("/proc/self/maps")).stream()
            .map(line -> line.replaceFirst("^[^/]*", ""))
            .filter(file -> file.endsWith(".so") || file.contains(".so."))
            .distinct()
            .toList();
    assertThat(libraries).anyMatch(file -> file.endsWith("/libnd4jcpu.so"));
    assertThat(libraries)
        .filteredOn(file -> file.contains("/libopenblas"))
        .isNotEmpty()
        .allMatch(file -> file.contains("/openblas-%s-linux-".formatted(VERSION)));
  }

  @Test
  void runsOneThread() {
    assertThat(OpenBlas.inUse().threads()).isNotEmpty().containsOnly(1);
  }

  @Test
  void takesTheProcessorsKernelsWhateverTheEnvironmentSays() throws Exception {
    assumeThat(OpenBlas.inUse().core()).as("the host's own kernels").isNotEqualTo("Prescott");
    assertThat(elsewhere(BlasCore.AUTOMATIC)).isEqualTo(OpenBlasProbe.describe());
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void takesTheKernelsAskedForWhateverTheEnvironmentSays() throws Exception {
    assertThat(elsewhere(BlasCore.NEHALEM))
        .isEqualTo("Nehalem, threads %s", OpenBlas.inUse().threads());
  }

  /** In a process of its own: the library is loaded once. */
  private String elsewhere(BlasCore core) throws IOException, InterruptedException {
    Path answer = directory.resolve("answer");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                OpenBlasProbe.class.getName(),
                core.label(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    builder.environment().putAll(FOREIGN);
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(directory.resolve("log"))).isZero();
    return Files.readString(answer);
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void refusesOtherKernelsThanThoseInUse() {
    OpenBlas before = OpenBlas.inUse();
    assumeThat(before.core()).isNotEqualTo("Nehalem");
    assertThatThrownBy(() -> OpenBlas.use(BlasCore.NEHALEM))
        .isInstanceOf(BlasCoreException.class)
        .hasMessage(
            "Cannot run OpenBLAS: native.openblas-core must be the same as before in one process,"
                + " got Nehalem after automatic (%s)",
            before.core());
    OpenBlas.use(BlasCore.AUTOMATIC);
    assertThat(OpenBlas.inUse()).isSameAs(before);
  }
}
