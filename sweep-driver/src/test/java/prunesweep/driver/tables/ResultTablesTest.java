package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTablesTest {

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("results/deep");
  }

  @Test
  void openingAFreshFolderLeavesNothingBehind() {
    try (ResultTables tables = ResultTables.open(out())) {
      assertThat(tables.finished()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyTableHasAFileFromTheFirstCommitOn() throws IOException {
    try (ResultTables tables = ResultTables.open(out())) {
      tables.recordSweep(Samples.sweep("a", Samples.START, null));
    }
    for (Table<?> table : Tables.PUBLISHED.all()) {
      assertThat(Snapshot.files(out(), table.name())).hasSize(1);
    }
    assertThat(Snapshot.live(out()).trialIds()).isEmpty();
  }

  @Test
  void knowsWhatIsFinishedInThisRunAndTheNext() {
    Map<?, ?> expected = Map.of(Samples.id(1), TrialStatus.DONE, Samples.id(2), TrialStatus.FAILED);
    try (ResultTables tables = ResultTables.open(out())) {
      tables.commit(List.of(Samples.done(1), Samples.failed(2)));
      assertThat(tables.finished()).isEqualTo(expected);
    }
    try (ResultTables tables = ResultTables.open(out())) {
      assertThat(tables.finished()).isEqualTo(expected);
    }
  }

  @Test
  void refusesATrialThatIsCommitted() throws IOException {
    try (ResultTables tables = ResultTables.open(out())) {
      tables.commit(List.of(Samples.done(1)));
      assertThatThrownBy(() -> tables.commit(List.of(Samples.done(2), Samples.failed(1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The trial " + Samples.id(1) + " must be committed once");
      assertThatThrownBy(() -> tables.commit(List.of(Samples.done(3), Samples.done(3))))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(tables.finished()).containsOnlyKeys(Samples.id(1));
    }
    assertThat(Snapshot.plain(out()).trialIds()).hasSize(1);
  }

  @Test
  void forgetsAllRowsOfATrialAndTakesItAgain() throws IOException {
    try (ResultTables tables = ResultTables.open(out())) {
      tables.recordSweep(Samples.sweep("a", Samples.START, null));
      tables.commit(List.of(Samples.done(1), Samples.failed(2)));
      tables.forget(Set.of(Samples.id(2), Samples.id(1)));
      assertThat(tables.finished()).isEmpty();
      tables.commit(List.of(Samples.done(2)));
      tables.compact();
    }
    Snapshot plain = Snapshot.plain(out());
    assertThat(plain.trialIds()).containsExactly(Samples.id(2).value());
    assertThat(plain.rowsOf("epochs")).hasSize(Samples.EPOCHS);
    assertThat(plain.rowsOf("sweeps")).hasSize(1);
  }

  @Test
  void forgettingWhatIsNotThereChangesNothing() throws IOException {
    try (ResultTables tables = ResultTables.open(out())) {
      tables.commit(List.of(Samples.done(1)));
      List<Path> before = Snapshot.files(out(), "trials");
      tables.forget(Set.of(Samples.id(7)));
      assertThat(Snapshot.files(out(), "trials")).isEqualTo(before);
    }
  }

  @Test
  void compactingTwiceWritesOnce() throws IOException {
    try (ResultTables tables = ResultTables.open(out())) {
      tables.commit(List.of(Samples.done(1)));
      tables.commit(List.of(Samples.done(2)));
      tables.compact();
      List<Path> files = Snapshot.files(out(), "trials");
      assertThat(files).singleElement().asString().endsWith("commit-00000001-00000002.parquet");
      Object written = Files.readAttributes(files.get(0), "lastModifiedTime,fileKey");
      tables.compact();
      assertThat(Files.readAttributes(files.get(0), "lastModifiedTime,fileKey")).isEqualTo(written);
    }
  }

  @Test
  void aSweepHasOneRowThatKeepsItsFirstStart() throws IOException {
    Instant later = Samples.START.plusSeconds(3_600);
    try (ResultTables tables = ResultTables.open(out())) {
      tables.recordSweep(Samples.sweep("a", Samples.START, null));
      tables.recordSweep(Samples.sweep("b", later, null));
      tables.commit(List.of(Samples.done(1)));
      tables.recordSweep(Samples.sweep("a", later, later.plusSeconds(1)));
    }
    Snapshot plain = Snapshot.plain(out());
    assertThat(plain.column("sweeps", "sweep_id")).containsExactly("a", "b");
    assertThat(plain.column("sweeps", "started")).containsExactly(Samples.START, later);
    assertThat(plain.column("sweeps", "ended")).containsExactly(later.plusSeconds(1), null);
    assertThat(plain.trialIds()).hasSize(1);
  }

  @Test
  void refusesWorkAfterItIsClosed() {
    ResultTables tables = ResultTables.open(out());
    tables.close();
    tables.close();
    assertThatThrownBy(() -> tables.commit(List.of(Samples.done(1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
