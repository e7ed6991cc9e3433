package prunesweep.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of executors, and what of them was trained again. */
class TrainedEpochsTest {

  private static final long START = 1_700_000_000_000L;

  @TempDir Path cluster;

  private void begins(int executor, String work, long second) throws IOException {
    say(executor, second, work + " begins");
  }

  private void trains(int executor, String work, int epoch, long second) throws IOException {
    say(executor, second, "%s trained DENSE 0 %d".formatted(work, epoch));
  }

  private void say(int executor, long second, String words) throws IOException {
    Path folder = Files.createDirectories(cluster.resolve("work-1/app/" + executor));
    Files.writeString(
        folder.resolve("stderr"),
        "%d DEBUG TaskJournal: %s%n".formatted(START + 1_000 * second, words),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static Instant at(long second) {
    return Instant.ofEpochMilli(START).plusSeconds(second);
  }

  @Test
  void countsWhatIsTrainedAfterTheLastStateThatWasKept() throws IOException {
    begins(0, "trial", 0);
    for (int epoch = 1; epoch <= 5; epoch++) {
      trains(0, "trial", epoch, epoch);
    }
    begins(1, "trial", 10);
    trains(1, "trial", 4, 11);
    trains(1, "trial", 5, 12);
    trains(1, "trial", 6, 13);
    begins(1, "other", 14);
    trains(1, "other", 1, 15);
    TrainedEpochs trained = TrainedEpochs.in(cluster);
    assertThat(trained.all()).isEqualTo(9);
    assertThat(trained.again()).isEqualTo(2);
    assertThat(trained.once()).isEqualTo(7);
    // Epochs 4 and 5, from the end of epoch 3.
    assertThat(trained.longest()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void countsNothingThatWentOnFromItsVeryLastEpoch() throws IOException {
    begins(0, "trial", 0);
    trains(0, "trial", 1, 1);
    begins(1, "trial", 2);
    trains(1, "trial", 2, 3);
    assertThat(TrainedEpochs.in(cluster)).isEqualTo(new TrainedEpochs(2, 0, List.of()));
  }

  @Test
  void countsNoTimeThatAnExecutorGoesOnWhichWasGivenUp() throws IOException {
    begins(0, "trial", 0);
    trains(0, "trial", 1, 1);
    trains(0, "trial", 2, 2);
    begins(1, "trial", 3);
    trains(0, "trial", 3, 4);
    trains(0, "trial", 4, 5);
    trains(1, "trial", 2, 6);
    TrainedEpochs trained = TrainedEpochs.in(cluster);
    assertThat(trained.again()).isEqualTo(1);
    assertThat(trained.longest()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void takesTheTimeOfAFaultOffWhatWasLost() throws IOException {
    begins(0, "trial", 0);
    trains(0, "trial", 1, 1);
    trains(0, "trial", 2, 9);
    begins(1, "trial", 10);
    trains(1, "trial", 2, 11);
    TrainedEpochs trained = TrainedEpochs.in(cluster);
    Duration interval = Duration.ofSeconds(2);
    Duration grace = Duration.ofSeconds(1);
    Fault freeze = new Fault(0, Deed.FREEZE, Target.EXECUTOR, 0, 6_000);
    assertThat(trained.longest()).isEqualTo(Duration.ofSeconds(8));
    assertThat(trained.tooLong(interval, grace, List.of())).hasSize(1);
    assertThat(trained.tooLong(interval, grace, List.of(new Strike(freeze, at(2), at(8)))))
        .isEmpty();
    assertThat(trained.tooLong(interval, grace, List.of(new Strike(freeze, at(8), at(14)))))
        .hasSize(1);
  }
}
