package prunesweep.trainer.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.source.DatasetFiles;
import prunesweep.trainer.machine.CommandRunner;

class DebianPackageTest {

  @TempDir Path work;
  private Path files;

  @BeforeEach
  void room() throws IOException {
    files = Files.createDirectory(work.resolve("files"));
  }

  @Test
  void unpacksTheFilesWithoutInstalling() throws Exception {
    TestCommands commands = TestCommands.working();
    fetch(commands);
    assertThat(DatasetFiles.missing(files)).isEmpty();
    Path inside = work.resolve("package");
    assertThat(commands.ran().get(0))
        .containsExactly(
            "apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", "dataset-small");
    assertThat(commands.ran().get(1))
        .containsExactly(
            "dpkg",
            "-x",
            inside.resolve("dataset-small_1.0_all.deb").toString(),
            inside.resolve("unpacked").toString());
  }

  @Test
  void needsAptAndDpkg() {
    fails(TestCommands.none(), "this machine has no apt-get");
    fails(TestCommands.only(Set.of("apt-get")), "this machine has no dpkg");
  }

  @Test
  void saysToUpdateAnEmptyPackageList() throws IOException {
    fails(
        TestCommands.working()
            .whereAptEnds(100, "Reading...\nE: Unable to locate package dataset-small\n"),
        "apt-get knows no package dataset-small: run \"apt-get update\" as root and try again");
  }

  @Test
  void passesOnTheFirstErrorOfApt() {
    fails(
        TestCommands.working()
            .whereAptEnds(
                100, "Err:1 x\nE: Failed to fetch x  Could not resolve\nE: Some failed\n"),
        "apt-get ended with exit code 100: E: Failed to fetch x  Could not resolve");
  }

  @Test
  void needsAPackageFile() {
    fails(TestCommands.working().whereAptEnds(0, ""), "apt-get left no package file");
  }

  @Test
  void passesOnTheErrorOfDpkg() {
    fails(
        TestCommands.working()
            .whereDpkg((command, directory) -> new CommandRunner.Result(2, "one\nnot a package\n")),
        "dpkg ended with exit code 2: not a package");
  }

  @Test
  void needsTheFilesInThePackage() {
    fails(
        TestCommands.working().whereDpkg((command, directory) -> new CommandRunner.Result(0, "")),
        "the package lacks train-images-idx3-ubyte, train-labels-idx1-ubyte,"
            + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte");
  }

  private void fails(CommandRunner commands, String reason) {
    assertThatThrownBy(() -> fetch(commands)).isInstanceOf(IOException.class).hasMessage(reason);
  }

  private void fetch(CommandRunner commands) throws IOException, InterruptedException {
    new DebianPackage("dataset-small", new PackagedFiles("small"), commands, Duration.ofSeconds(10))
        .fetch(files, (source, bytes) -> {});
  }
}
