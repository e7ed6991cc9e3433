package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.driver.store.StoreSettings;

/** Who writes to a folder, as others find out. */
class FolderWriterTest {

  private static final Instant LONG_AGO = Instant.EPOCH;
  private static final String OWN = "process %d of ".formatted(ProcessHandle.current().pid());

  @TempDir Path folder;

  @AfterEach
  void forgetFileSystems() {
    StoreSettings.use(Map.of());
  }

  private static Holder elsewhere() {
    return new Holder("far", "another machine", 7, 1, "someone", Instant.now());
  }

  @Test
  void isTheProcessThatHoldsTheLockOfALocalFolder() throws IOException {
    assertThat(FolderWriter.of(folder, Instant.now())).isEmpty();
    try (ResultTables tables = ResultTables.open(folder)) {
      tables.commit(List.of(Samples.done(1)));
      assertThat(FolderWriter.of(folder, LONG_AGO).orElseThrow()).startsWith(OWN);
      tables.commit(List.of(Samples.done(2)));
    }
    Path lock = new Layout(folder).lock();
    Holder own = Holder.here();
    Holder dead = new Holder(own.host(), own.machine(), own.pid(), 1, own.user(), own.since());
    Files.write(lock, dead.bytes(new Properties()));
    assertThat(FolderWriter.of(folder, Instant.now())).isEmpty();
  }

  @Test
  void isOnAnotherHostWhileItIsHeardOf() throws IOException {
    Files.write(new Layout(folder).lock(), elsewhere().bytes(new Properties()));
    assertThat(FolderWriter.of(folder, Instant.now()).orElseThrow())
        .startsWith("process 7 of someone on far since ");
    assertThat(FolderWriter.of(folder, LONG_AGO)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isTheHolderOfALease(Elsewhere kind) {
    Elsewhere.register(60);
    Path out = kind.of(folder.resolve("out"));
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(1)));
      assertThat(FolderWriter.of(out, LONG_AGO).orElseThrow()).startsWith(OWN);
    }
    assertThat(FolderWriter.of(out, Instant.now())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsForALeaseIsToldForWhomAndHowLong(Elsewhere kind) throws IOException {
    Elsewhere.register(1);
    Path out = kind.of(folder.resolve("out"));
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(1)));
    }
    LeaseNote note = new LeaseNote(elsewhere(), Instant.now(), Duration.ofSeconds(1), false);
    Files.write(folder.resolve("out/.lease/term-00000009"), note.bytes());
    List<String> said = new ArrayList<>();
    ResultTables.open(out, Tables.PUBLISHED, said::add).close();
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("Waiting for %s, which process 7 of someone on far since ".formatted(out))
        .matches(".* holds: at most [12] s, until its lease ends at .*Z or is renewed");
  }

  @Test
  void trialsThatHaveEndedAreCountedForEachSweep() {
    try (ResultTables tables = ResultTables.open(folder)) {
      tables.recordSweep(Samples.sweep("of ten", Instant.EPOCH, null));
      tables.commit(List.of(Samples.done(1), Samples.failed(2), Samples.done(77)));
    }
    assertThat(EndedTrials.of(folder, "of ten")).isEqualTo(new EndedTrials(1, 1));
    assertThat(EndedTrials.of(folder, "another")).isEqualTo(new EndedTrials(0, 0));
  }
}
