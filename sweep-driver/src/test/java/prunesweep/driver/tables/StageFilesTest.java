package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.driver.tables.FaultyDisk.Fault;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.FirstThreshold;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.training.EngineState;

/** Checkpoints in a results folder: whole or not there, whatever happens. */
class StageFilesTest {

  private static final StageSpec FIRST = stage(1);
  private static final StageSpec SECOND = stage(2);
  private static final Set<StageId> BOTH = Set.of(FIRST.id(), SECOND.id());

  @TempDir Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void ownFolder() {
    out = folder.resolve("out");
  }

  @Test
  void keepsAndDropsWhatItIsTold() {
    try (ResultTables tables = ResultTables.open(out)) {
      StageFiles stages = tables.stages();
      stages.keep(checkpoint(FIRST));
      stages.keep(checkpoint(SECOND));
      stages.keep(checkpoint(FIRST));
      assertThat(stages.kept(BOTH)).isEqualTo(BOTH);
      assertThat(stages.kept(Set.of(SECOND.id()))).containsExactly(SECOND.id());
      assertThat(stages.read(FIRST).toBytes()).isEqualTo(checkpoint(FIRST).toBytes());
      stages.drop(Set.of(FIRST.id()));
      assertThat(stages.kept(BOTH)).containsExactly(SECOND.id());
      stages.drop(BOTH);
      assertThat(stages.kept(BOTH)).isEmpty();
      assertThat(out.resolve("stages")).doesNotExist();
    }
  }

  @Test
  void isFoundByTheNextWriter() {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.stages().keep(checkpoint(FIRST));
    }
    try (ResultTables tables = ResultTables.open(out)) {
      assertThat(tables.stages().kept(BOTH)).containsExactly(FIRST.id());
      assertThat(tables.stages().read(FIRST).progress().epochs()).hasSize(1);
    }
  }

  @Test
  void aSweepThatKeepsNothingWritesNothing() {
    try (ResultTables tables = ResultTables.open(out)) {
      assertThat(tables.stages().kept(BOTH)).isEmpty();
      tables.stages().drop(BOTH);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void damageIsOneSentence() throws IOException {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.stages().keep(checkpoint(FIRST));
      Path file = out.resolve("stages").resolve(FIRST.id() + ".checkpoint");
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, 100));
      assertThatThrownBy(() -> tables.stages().read(FIRST))
          .isInstanceOf(TablesException.class)
          .hasMessage(
              "Cannot read %s: the length must be %d, got 100".formatted(file, bytes.length));
      Files.delete(file);
      Files.createDirectory(file);
      assertThatThrownBy(() -> tables.stages().read(FIRST))
          .isInstanceOf(TablesException.class)
          .hasMessageStartingWith("Cannot read " + file + ": ");
      tables.stages().drop(BOTH);
      assertThat(tables.stages().kept(BOTH)).isEmpty();
    }
  }

  @Test
  void refusesWithoutTheLock() {
    ResultTables tables = ResultTables.open(out);
    StageFiles stages = tables.stages();
    tables.close();
    assertThatThrownBy(() -> stages.keep(checkpoint(FIRST)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(out).doesNotExist();
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
    Throwable thrown = catchThrowable(() -> keepAndDrop(disk));
    if (!disk.hasFailed()) {
      assertThat(thrown).isNull();
      return false;
    }
    assertThat(thrown)
        .isInstanceOf(fault == Fault.KILL ? FaultyDisk.Killed.class : TablesException.class);
    try (ResultTables tables = ResultTables.open(out)) {
      for (StageSpec stage : List.of(FIRST, SECOND)) {
        if (!tables.stages().kept(Set.of(stage.id())).isEmpty()) {
          assertThat(tables.stages().read(stage).toBytes()).isEqualTo(checkpoint(stage).toBytes());
        }
      }
      tables.stages().keep(checkpoint(SECOND));
      assertThat(out.resolve(".staging")).doesNotExist();
      assertThat(tables.stages().kept(BOTH)).contains(SECOND.id());
    }
    return true;
  }

  private void keepAndDrop(FaultyDisk disk) {
    try (ResultTables tables = ResultTables.open(out, disk, Compaction.STANDARD)) {
      tables.stages().keep(checkpoint(FIRST));
      disk.arm();
      tables.stages().keep(checkpoint(SECOND));
      tables.stages().drop(BOTH);
    }
  }

  private static StageSpec stage(int seed) {
    return new StageSpec(
        Samples.spec(seed, Samples.dense()).trunk(), new FirstThreshold(0.8, List.of()));
  }

  private static Checkpoint checkpoint(StageSpec stage) {
    float[] weights = new float[1000];
    Parameters parameters =
        new Parameters(List.of(new Kernel(100, 10, weights)), List.of(new float[10]));
    EpochFigures figures =
        new EpochFigures(
            1,
            new Evaluation(0.5, 0.8, Double.NaN, 0.1, 0.7),
            new Evaluation(0.6, 0.7, Double.NaN, Double.NaN, Double.NaN),
            Evaluation.NONE);
    EpochResult epoch = new EpochResult("training", figures, 0, 1.5);
    return new Checkpoint(
        stage,
        "Haswell",
        new Progress(EngineState.initial(parameters), List.of(epoch), Map.of(), Optional.empty()));
  }
}
