package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.SmallSweep;

/** A virtual machine that was started by hand, without the options that trials need. */
class MissingModuleTest {

  @TempDir Path directory;

  @Test
  void isAskedForInOneSentence() throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "prunesweep.driver.cli.Sweep",
                "run",
                SmallSweep.write(directory, SmallSweep.TEN_TRIALS).toString(),
                "--master=local[1]",
                "--out=" + out)
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said)
        .hasLineCount(1)
        .startsWith(
            "Cannot run trials: Java must be started with --add-modules=jdk.incubator.vector");
    assertThat(out).doesNotExist();
  }
}
