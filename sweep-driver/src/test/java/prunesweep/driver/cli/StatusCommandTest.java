package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.SmallSweep;

/** Where a sweep stands, asked while it runs, after it died and when it has ended. */
class StatusCommandTest {

  @TempDir Path directory;

  /** The driver of a folder with a lock is this process, which lives. */
  private void pretendThatItRuns(Path out) throws IOException {
    Path status = out.resolve("status.json");
    Files.writeString(
        status,
        Files.readString(status)
            .replace("\"ended\":true", "\"ended\":false")
            .replace("\"done\":2", "\"done\":1")
            .replace("\"seconds_left\":null", "\"seconds_left\":90"));
  }

  @Test
  void saysWhetherTheSweepRunsIsDeadOrHasEnded() throws IOException {
    Path out = directory.resolve("out");
    Path config =
        SmallSweep.write(
            directory,
            SmallSweep.TEN_TRIALS + "training.max-epochs = 1\ngrid = [{ method = dense }]\n");
    Said run = Said.by("run", config.toString(), "--out", out.toString(), "--master", "local[1]");
    assertThat(run.code()).as(run.err()).isZero();

    Said ended = Said.by("status", out.toString(), "--watch");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().strip()).matches("small: 2 of 2 done; the last run ended at \\d{4}-.*Z");

    pretendThatItRuns(out);
    Said running = Said.by("status", out.toString());
    assertThat(running.code()).isZero();
    assertThat(running.out().lines())
        .anySatisfy(line -> assertThat(line).startsWith("small: process "))
        .anySatisfy(line -> assertThat(line).contains("1 of 2 done, "));
    assertThat(Said.by("status", out.toString(), "--json").out())
        .startsWith("{\"driver\":\"process ")
        .contains("\"planned\":2,\"done\":1,\"failed\":0");

    Files.delete(out.resolve(".lock"));
    Said dead = Said.by("status", out.toString(), "--watch");
    assertThat(dead.code()).isZero();
    assertThat(dead.out().strip())
        .startsWith("small: no driver has held %s since ".formatted(out))
        .endsWith("Z; 2 of 2 done; the same sweep run goes on");
    assertThat(Said.by("status", out.toString(), "--json").out()).startsWith("{\"driver\":null,");
  }

  @Test
  void refusesAFolderWithoutASweep() {
    Said said = Said.by("status", directory.toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err())
        .startsWith("Cannot say where a sweep stands: DIR must be a folder that sweep run has")
        .contains("got " + directory);
  }
}
