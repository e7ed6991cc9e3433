package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyCommitsTest {

  private static final int COMMITS = 200;

  @TempDir Path out;

  @Test
  void leaveFewFilesAndEveryRow() throws IOException {
    try (ResultTables tables = ResultTables.open(out, FaultyDisk.healthy(), Compaction.STANDARD)) {
      for (int number = 0; number < COMMITS; number++) {
        tables.commit(List.of(Samples.done(number)));
      }
    }
    for (Table<?> table : Tables.PUBLISHED.all()) {
      assertThat(Snapshot.files(out, table.name()))
          .hasSizeLessThan(2 * Compaction.STANDARD.fanIn());
    }
    Snapshot plain = Snapshot.plain(out);
    assertThat(plain.trialIds()).hasSize(COMMITS).doesNotHaveDuplicates();
    assertThat(plain.rowsOf("epochs")).hasSize(COMMITS * Samples.EPOCHS);
    assertThat(plain.rowsOf("layers")).hasSize(COMMITS * Samples.LAYERS);
    assertThat(plain).isEqualTo(Snapshot.live(out));
  }
}
