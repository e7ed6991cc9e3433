package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.driver.tables.FaultyDisk.Fault;
import prunesweep.trainer.checkpoint.KeptState;

/** States of what is under way in a results folder: whole or not there, whatever happens. */
class StateFilesTest {

  private static final String ONE = "trial-1";
  private static final String TWO = "stage-2";

  @TempDir Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void ownFolder() {
    out = folder.resolve("out");
  }

  private static byte[] state(int value) {
    byte[] state = new byte[5000];
    Arrays.fill(state, (byte) value);
    return state;
  }

  @Test
  void keepsTheLastAndDropsWhatItIsTold() {
    try (ResultTables tables = ResultTables.open(out)) {
      StateFiles states = tables.states();
      assertThat(states.kept()).isEmpty();
      assertThat(states.find(ONE)).isEmpty();
      states.keep(ONE, state(1));
      states.keep(TWO, state(2));
      states.keep(ONE, state(3));
      assertThat(states.kept()).containsExactlyInAnyOrder(ONE, TWO);
      assertThat(states.find(ONE)).contains(state(3));
      states.drop(List.of(ONE, "trial-unknown"));
      assertThat(states.kept()).containsExactly(TWO);
    }
    try (ResultTables tables = ResultTables.open(out)) {
      assertThat(tables.states().find(TWO)).contains(state(2));
      tables.states().drop(List.of(TWO));
      assertThat(out.resolve("running")).doesNotExist();
    }
  }

  @Test
  void damageAndOtherCodeAreOneSentence() throws IOException {
    try (ResultTables tables = ResultTables.open(out)) {
      StateFiles states = tables.states();
      states.keep(ONE, state(1));
      Path file = out.resolve("running").resolve(ONE + ".state");
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
      assertThatThrownBy(() -> states.find(ONE))
          .isInstanceOf(TablesException.class)
          .hasMessageMatching("Cannot read .*: the length must be \\d+, got 1000");
      Files.write(file, new KeptState("00000000", state(1)).toBytes());
      assertThatThrownBy(() -> states.find(ONE))
          .isInstanceOf(TablesException.class)
          .hasMessageMatching("Cannot read .*: the code must be [0-9a-f]{8}, got 00000000");
    }
  }

  /** Every step of keeping and dropping fails once. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void isWholeOrNotThere(Fault fault) throws IOException {
    int step = 1;
    while (fails(fault, step)) {
      step++;
    }
    assertThat(step).isGreaterThan(8);
  }

  private boolean fails(Fault fault, int step) throws IOException {
    FileUtils.deleteDirectory(out.toFile());
    FaultyDisk disk = new FaultyDisk(fault, step);
    Throwable thrown = catchThrowable(() -> keepTwiceAndDrop(disk));
    if (!disk.hasFailed()) {
      assertThat(thrown).isNull();
      return false;
    }
    try (ResultTables tables = ResultTables.open(out)) {
      StateFiles states = tables.states();
      states.find(ONE).ifPresent(kept -> assertThat(kept).isIn(state(1), state(2)));
      states.keep(ONE, state(4));
      assertThat(states.find(ONE)).contains(state(4));
    }
    return true;
  }

  private void keepTwiceAndDrop(FaultyDisk disk) {
    try (ResultTables tables = ResultTables.open(out, disk, Compaction.STANDARD)) {
      tables.states().keep(ONE, state(1));
      disk.arm();
      tables.states().keep(ONE, state(2));
      tables.states().drop(List.of(ONE));
    }
  }
}
