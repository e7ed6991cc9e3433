package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

  @TempDir Path out;

  /** Takes the lock of the folder given, says so, and holds it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      WriterLock.take(new Layout(Path.of(arguments[0])));
      System.out.println("held");
      Thread.sleep(60_000);
    }
  }

  @Test
  void isHeldByAnotherProcessUntilThatIsKilled() throws IOException, InterruptedException {
    Process other = startHolder();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> WriterLock.take(new Layout(out)))
          .isInstanceOf(TablesException.class)
          .hasMessageEndingWith("which is in use");
    } finally {
      other.destroyForcibly().waitFor();
    }
    WriterLock.take(new Layout(out)).close();
  }

  /** POSIX would drop the lock at the second attempt if that opened the file. */
  @Test
  void survivesASecondAttemptInItsOwnProcess() throws IOException, InterruptedException {
    try (WriterLock lock = WriterLock.take(new Layout(out))) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> WriterLock.take(new Layout(out)))
          .isInstanceOf(TablesException.class);
      Process other = startHolder();
      assertThat(other.waitFor()).as("exit code of the other").isEqualTo(1);
    }
  }

  private Process startHolder() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            out.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
