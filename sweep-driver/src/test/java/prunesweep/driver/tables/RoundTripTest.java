package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.TrialSpec;

class RoundTripTest {

  private static final int SEED = 5;

  @TempDir Path out;

  private Snapshot written(TrialRow trial) throws IOException {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.recordSweep(Samples.sweep("a", Samples.START, null));
      tables.commit(List.of(trial));
      tables.compact();
    }
    return Snapshot.live(out);
  }

  private static TrialRow done(MethodSpec method) {
    TrialSpec spec = Samples.spec(SEED, method);
    return new TrialRow("paper", Samples.completed(spec, Samples.summary(Double.NaN)));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void aGlobalTrial() throws IOException {
    TrialRow trial = done(Samples.global());
    assertThat(written(trial).rowsOf(TableName.TRIALS))
        .containsExactly(
            row(
                trial.id().value(),
                "paper",
                "fashion-mnist",
                "20-10",
                "activation",
                "global",
                "neurons",
                "active",
                5,
                0.85,
                5L,
                "done",
                null,
                null,
                "early-stopping",
                4,
                3,
                Double.NaN,
                0.88,
                0.87,
                0.99,
                0.1,
                0.7,
                1_000L,
                250L,
                0.75,
                4.0,
                0.5,
                12.25,
                null,
                true,
                "sgd",
                0.01,
                32,
                500,
                0.98,
                "vector",
                "train",
                32,
                0.8,
                "accumulate",
                0.8,
                "Haswell",
                256,
                "A Processor",
                2));
  }

  @Test
  void aLocalTrialHasACycleALayer() throws IOException {
    Snapshot seen = written(done(Samples.local()));
    assertThat(seen.column(TableName.TRIALS, "scope")).containsExactly("local");
    assertThat(seen.column(TableName.TRIALS, "cycles")).containsExactly(2);
    assertThat(seen.column(TableName.TRIALS, "counter_mode")).containsOnlyNulls();
    assertThat(seen.column(TableName.TRIALS, "decay")).containsOnlyNulls();
  }

  @Test
  void aDenseTrialHasNoPruningSettings() throws IOException {
    Snapshot seen = written(done(Samples.dense()));
    for (String name : List.of("scope", "score", "counter", "cycles", "target")) {
      assertThat(seen.column(TableName.TRIALS, name)).as(name).containsOnlyNulls();
    }
    assertThat(seen.column(TableName.TRIALS, "method")).containsExactly("dense");
    assertThat(seen.column(TableName.TRIALS, "sparsity")).containsExactly(0.75);
  }

  @Test
  void aFailedTrialHasNoFiguresAndNoOtherRows() throws IOException {
    Snapshot seen = written(Samples.failed(SEED));
    List<@Nullable Object> trial = seen.rowsOf(TableName.TRIALS).get(0);
    assertThat(trial.subList(11, 14)).containsExactly("failed", "diverged", "The loss is NaN");
    assertThat(trial.subList(14, 28)).hasSize(14).containsOnlyNulls();
    assertThat(trial.get(28)).as("seconds").isEqualTo(1.5);
    assertThat(trial.subList(42, 45)).as("machine").containsOnlyNulls();
    assertThat(trial.get(trial.size() - 1)).as("epochs_shared").isNull();
    assertThat(seen.rowsOf(TableName.EPOCHS)).isEmpty();
    assertThat(seen.rowsOf(TableName.LAYERS)).isEmpty();
  }

  @Test
  void theOtherTables() throws IOException {
    TrialRow trial = done(Samples.global());
    String id = trial.id().value();
    Snapshot seen = written(trial);
    assertThat(seen.rowsOf(TableName.EPOCHS))
        .containsExactly(
            row(id, "training", 1, 0.25, 0.9, 0.3, 0.88, 0.5, 1.25),
            row(id, "training", 2, 0.25, 0.9, Double.NaN, 0.88, 0.5, 1.25),
            row(id, "training", 3, 0.25, 0.9, 0.3, 0.88, 0.5, 1.25));
    assertThat(seen.rowsOf(TableName.CYCLES))
        .containsExactly(row(id, 1, 2, 0.8, 0.81, 250L, 0.25), row(id, 2, 3, 0.8, 0.81, 250L, 0.5));
    assertThat(seen.rowsOf(TableName.LAYERS))
        .containsExactly(
            row(id, "pruned", 1, 784, 20, 100L, 19, 1e-4, 33.5),
            row(id, "pruned", 2, 784, 20, 100L, 19, 1e-4, 33.5));
    assertThat(seen.rowsOf(TableName.SWEEPS))
        .containsExactly(
            row(
                "a",
                "paper",
                "sweep { name = paper }",
                10,
                "0.1.0",
                "17.0.9",
                "Linux amd64",
                "4.1.3",
                "1.0.0-M2.1",
                "0.3.31",
                "Haswell",
                null,
                "local[2]",
                Samples.START,
                null,
                3,
                1,
                "Haswell",
                256,
                "A Processor"));
  }
}
