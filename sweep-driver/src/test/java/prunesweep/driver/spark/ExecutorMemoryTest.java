package prunesweep.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.TrialMemory;

class ExecutorMemoryTest {

  private static final String OVERHEAD = "spark.executor.memoryOverhead";

  @Test
  void hasRoomForWhatEverySlotTakesOutsideTheHeap() {
    TrialMemory tenMiB = new TrialMemory(1 << 30, 10 << 20);
    assertThat(ExecutorMemory.settings(tenMiB, Map.of())).containsEntry(OVERHEAD, "586m");
    assertThat(ExecutorMemory.settings(tenMiB, Map.of("spark.executor.cores", "4")))
        .containsEntry(OVERHEAD, "808m");
    assertThat(ExecutorMemory.settings(new TrialMemory(1, 1), Map.of()))
        .containsEntry(OVERHEAD, "577m");
  }
}
