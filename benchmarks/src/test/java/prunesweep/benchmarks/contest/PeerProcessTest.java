package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.benchmarks.peer.Task;
import prunesweep.benchmarks.subject.MaskPattern;

/** Real processes: small shell scripts, and the peers themselves. */
class PeerProcessTest {

  private static final String SAMPLE = "fashion-mnist-sample";

  @Test
  void readsFactsAndFigures() {
    try (Peer peer =
        shell(
            "echo fact version 1.2 b; echo noise; echo ready;"
                + " while read -r word steps; do echo seconds $steps 0.5; done")) {
      assertThat(peer.facts()).isEqualTo(Map.of("version", "1.2 b"));
      assertThat(peer.run(3)).containsExactly(3, 0.5);
      assertThat(peer.run(20)).containsExactly(20, 0.5);
    }
  }

  @Test
  void introducesItself() {
    ProcessBuilder command =
        new ProcessBuilder("sh", "-c", "read -r line; echo fact said $line; echo ready");
    try (Peer peer =
        PeerProcess.start(
            "a script",
            command,
            requests -> requests.write("two words\n".getBytes(StandardCharsets.UTF_8)))) {
      assertThat(peer.facts()).containsEntry("said", "two words");
    }
  }

  @Test
  void tellsWhyItGaveUp() {
    assertThatThrownBy(() -> shell("echo error no images; exit 1"))
        .isInstanceOf(BenchException.class)
        .hasMessage("Cannot measure a script: no images");
  }

  @Test
  void tellsHowItEnded() {
    assertThatThrownBy(() -> shell("echo so long; exit 3"))
        .isInstanceOf(BenchException.class)
        .hasMessageContainingAll("Cannot measure a script", "exit code 3", "so long");
  }

  @Test
  void tellsThatItEndedWhileItWorked() {
    try (Peer peer = shell("echo ready; read -r line; kill -ILL $$")) {
      assertThatThrownBy(() -> peer.run(1))
          .isInstanceOf(BenchException.class)
          .hasMessageContaining("exit code 132");
    }
  }

  @Test
  void tellsThatThereIsNoSuchProgram() {
    assertThatThrownBy(
            () ->
                PeerProcess.start(
                    "a script", new ProcessBuilder("/no/such/program"), requests -> {}))
        .isInstanceOf(BenchException.class)
        .hasMessageContainingAll("Cannot measure a script", "/no/such/program");
  }

  @Test
  void startsThisEngine() {
    try (Peer peer =
        new JavaStarter("this engine", Task.VECTOR_UNITS, DataChoice.parse(SAMPLE))
            .start(CoreType.AUTOMATIC)) {
      assertThat(peer.run(3)).hasSize(1);
      assertThat(peer.run(3)[0]).isPositive();
      assertThat(peer.facts()).containsOnlyKeys("vector-bits");
    }
  }

  /** Each way to the library: one that chose by itself would be timed under another's name. */
  @ParameterizedTest
  @EnumSource(names = {"OPENBLAS_PRODUCTS", "DL4J_FIT", "DL4J_ENGINE"})
  void startsOpenBlasWithTheKernelAskedFor(Task task) {
    assumeThat(CoreType.candidates()).contains(CoreType.HASWELL);
    try (Peer peer =
        new JavaStarter("OpenBLAS", task, DataChoice.parse(SAMPLE)).start(CoreType.HASWELL)) {
      assertThat(peer.facts()).containsEntry("kernel", "Haswell").containsKey("blas");
    }
  }

  @Test
  void tellsWhatAJavaPeerCannotFind() {
    DataChoice nowhere = DataChoice.parse(SAMPLE + "=/no/such/folder");
    assertThatThrownBy(
            () -> new JavaStarter("this engine", Task.VECTOR_DENSE, nowhere).start(CoreType.ZEN))
        .isInstanceOf(BenchException.class)
        .hasMessageContainingAll("Cannot measure this engine", "/no/such/folder");
  }

  /** Only where PyTorch is, with products worth timing: the build does not ask for them. */
  @Test
  void startsPyTorch() {
    String python = "/usr/bin/python3";
    assumeThat(hasTorch(python)).isTrue();
    try (Peer peer = torch(python)) {
      assertThat(peer.run(3)).hasSize(1);
      assertThat(peer.run(3)[0]).isPositive();
      assertThat(peer.facts()).containsKeys("version", "blas");
    }
  }

  private static Peer torch(String python) {
    try {
      return new TorchStarter(
              "PyTorch", python, MaskPattern.SHARE, DataChoice.parse(SAMPLE).subject())
          .start(CoreType.AUTOMATIC);
    } catch (BenchException e) {
      assumeThat(e).message().doesNotContain("must be those of OpenBLAS or MKL");
      throw e;
    }
  }

  private static boolean hasTorch(String python) {
    try {
      TorchStarter.require(python);
      return true;
    } catch (BenchException e) {
      return false;
    }
  }

  @Test
  void saysHowToGetPyTorch() {
    assertThatThrownBy(() -> TorchStarter.require("/no/such/python"))
        .isInstanceOf(BenchException.class)
        .hasMessageContainingAll(
            "apt-get install python3-torch libopenblas0-pthread",
            "--without-torch",
            "/no/such/python");
  }

  private static Peer shell(String script) {
    return PeerProcess.start("a script", new ProcessBuilder("sh", "-c", script), requests -> {});
  }
}
