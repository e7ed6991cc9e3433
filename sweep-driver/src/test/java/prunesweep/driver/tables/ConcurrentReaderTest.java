package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentReaderTest {

  private static final int COMMITS = 40;
  private static final Compaction BUSY = new Compaction(3);

  @TempDir Path out;
  private final AtomicBoolean writing = new AtomicBoolean(true);

  /** Trial 0 is forgotten half-way; all others stay once they are seen. */
  @Test
  @Timeout(120)
  void seesWholeCommitsOnceWhileTheyAreWrittenAndMerged() throws Exception {
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try (ResultTables tables = ResultTables.open(out, FaultyDisk.healthy(), BUSY)) {
      tables.commit(List.of(Samples.done(0)));
      Future<Integer> readings = reader.submit(this::readAllTheTime);
      write(tables);
      writing.set(false);
      assertThat(readings.get()).isGreaterThan(5);
    } finally {
      writing.set(false);
      reader.shutdown();
    }
  }

  private static void write(ResultTables tables) {
    for (int number = 1; number < COMMITS; number++) {
      tables.commit(List.of(Samples.done(2 * number), Samples.done(2 * number + 1)));
      if (number == COMMITS / 2) {
        tables.forget(Set.of(Samples.id(0)));
      }
    }
    tables.compact();
  }

  private int readAllTheTime() throws IOException {
    int readings = 0;
    int trials = 0;
    for (boolean last = false; !last; readings++) {
      last = !writing.get();
      Snapshot seen = Snapshot.live(out);
      checkWhole(seen);
      assertThat(seen.trialIds()).hasSizeGreaterThanOrEqualTo(trials - 1);
      trials = Math.max(trials, seen.trialIds().size());
    }
    assertThat(trials).isEqualTo(2 * (COMMITS - 1));
    return readings;
  }

  private static void checkWhole(Snapshot seen) {
    assertThat(seen.trialIds()).doesNotHaveDuplicates();
    Map<Object, Integer> epochs = new HashMap<>();
    seen.column("epochs", TrialColumns.TRIAL_ID)
        .forEach(id -> epochs.merge(String.valueOf(id), 1, Integer::sum));
    assertThat(epochs.keySet()).isEqualTo(Set.copyOf(seen.trialIds()));
    assertThat(epochs.values()).containsOnly(Samples.EPOCHS);
    String zero = Samples.id(0).value();
    assertThat(seen.trialIds().size() % 2).isEqualTo(seen.trialIds().contains(zero) ? 1 : 0);
  }
}
