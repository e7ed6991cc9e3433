package prunesweep.driver.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.checkpoint.Standing;

class StatusJsonTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static SweepStatus status(boolean hasEnded, Optional<Duration> left) {
    return new SweepStatus(
        "a \"sweep\"\n",
        "0123",
        NOON,
        NOON.plusMillis(1500),
        hasEnded,
        new Counts(10, 3, 1, 2, 1),
        left,
        List.of(
            new RunningWork("trial-01", "trial 01: x", "host", NOON, Optional.empty()),
            new RunningWork(
                "stage-02",
                "stage 02: y",
                "host",
                NOON,
                Optional.of(new Standing("training", 3, 2, 1, 0.5, 0.25, 0.125)))));
  }

  @Test
  void readsWhatItWrites() {
    for (SweepStatus status :
        List.of(status(true, Optional.empty()), status(false, Optional.of(Duration.ofHours(3))))) {
      String text = StatusJson.of(status);
      assertThat(text.lines()).hasSize(1);
      assertThat(StatusJson.read(text)).contains(status);
    }
  }

  @Test
  void readsNothingElse() {
    String text = StatusJson.of(status(false, Optional.empty()));
    assertThat(StatusJson.read(text.substring(0, text.length() / 2))).isEmpty();
    assertThat(StatusJson.read("{}")).isEmpty();
    assertThat(StatusJson.read("")).isEmpty();
    assertThat(StatusJson.read(text.replace("2026-01-02", "yesterday"))).isEmpty();
  }

  @Test
  void leavesOutWhereNothingStandsYet() {
    assertThat(StatusJson.of(status(false, Optional.empty())))
        .contains("\"seconds_left\":null")
        .contains("{\"work\":\"trial-01\",\"description\":\"trial 01: x\",\"host\":\"host\"")
        .contains("\"phase\":\"training\",\"epoch\":3,\"epochs_trained\":2,\"cycles\":1");
  }
}
