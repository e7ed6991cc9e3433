package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code sweep} in an installation that its user cannot write to. */
class LauncherTest {

  /** Answers what the script asks of Java, else says its own last argument. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      case "$*" in
        *-version) echo "    java.specification.version = 17" >&2 ;;
        *) echo "starts ${@: -1}" ;;
      esac
      """;

  private static final String NOBODY = "65534";

  @TempDir Path directory;
  private Path home;
  private Path built;

  @BeforeEach
  void install() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    home = Files.createDirectory(directory.resolve("installed"));
    Path script = Path.of(System.getProperty("prunesweep.home"), "sweep");
    Files.copy(script, home.resolve("sweep"));
    program(home.resolve("sweep"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("trainer/src/main"));
    Files.createFile(home.resolve("trainer/pom.xml"));
    Path dist = Files.createDirectories(home.resolve("sweep-driver/target/dist"));
    built = Files.createFile(dist.resolve("built"));
    Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    program(java);
  }

  private static void program(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What {@code sweep plan} says to a user who can write nowhere below its folder. */
  private String said(int code) throws IOException, InterruptedException {
    List<String> files = files();
    List<String> command = new ArrayList<>();
    if (Files.isWritable(Path.of("/"))) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    }
    command.addAll(List.of(home.resolve("sweep").toString(), "plan", "mine.conf"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
    Process run = builder.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isEqualTo(code);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(files()).isEqualTo(files);
    return said;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void startsWhatItsOwnerHasBuilt() throws IOException, InterruptedException {
    assertThat(said(0)).isEqualTo("starts mine.conf\n");
  }

  @Test
  void startsWhatIsThereWhereSourcesHaveChangedSince() throws IOException, InterruptedException {
    Files.setLastModifiedTime(built, FileTime.from(Instant.EPOCH));
    assertThat(said(0)).isEqualTo("starts mine.conf\n");
  }

  @Test
  void saysWhoMustBuildItWhereNobodyHas() throws IOException, InterruptedException {
    Files.delete(built);
    assertThat(said(2))
        .isEqualTo(
            "Cannot build: %s must be built by its owner first (./sweep --version there), or be writable\n"
                .formatted(home));
  }
}
