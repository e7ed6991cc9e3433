package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingRate;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RateUnit;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.trial.TrialSpec;

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

  private static TrialRow done(Method method) {
    TrialSpec spec = Samples.spec(SEED, method);
    return new TrialRow(
        "paper", Samples.completed(spec, Samples.summary(Double.NaN)), Samples.CODE);
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void aGlobalTrial() throws IOException {
    TrialRow trial = done(Samples.global());
    assertThat(written(trial).rowsOf("trials"))
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
                2,
                "none",
                null,
                "score",
                null,
                null,
                null,
                "on",
                0.0,
                null,
                null,
                "byte",
                "0123456789abcdef",
                true,
                false,
                1,
                null,
                "leave",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0.0,
                null,
                0.0,
                null,
                "constant",
                "epochs",
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0.0,
                0.0,
                "glorot-uniform",
                0.375));
  }

  @Test
  void aTrialThatPrunesAfterTraining() throws IOException {
    TrialRow magnitude = done(GradualPruning.magnitude(0.8, 50, 3));
    Snapshot seen = written(magnitude);
    assertThat(seen.column("trials", "method")).containsExactly("magnitude");
    assertThat(seen.column("trials", "target")).containsExactly(0.8);
    assertThat(seen.column("trials", "cycles")).containsOnlyNulls();
    assertThat(seen.column("trials", "prune_every")).containsExactly(50);
    assertThat(seen.column("trials", "prune_epochs")).containsExactly(3);
    assertThat(seen.column("trials", "scope")).containsOnlyNulls();
  }

  @Test
  void anOneShotTrial() throws IOException {
    Snapshot seen = written(done(OneShotPruning.smallest(Granularity.UNITS, 0)));
    assertThat(seen.column("trials", "granularity")).containsExactly("units");
    assertThat(seen.column("trials", "target")).containsExactly(0.0);
    assertThat(seen.column("trials", "cycles")).containsExactly(1);
    assertThat(seen.column("trials", "prune_every")).containsOnlyNulls();
  }

  @Test
  void aTrialWithEverySettingThatCameLater() throws IOException {
    TrialSpec plain = Samples.spec(SEED, Samples.global());
    TrainingSpec training =
        new TrainingSpec(
            Optimizer.SGD,
            0.01,
            32,
            500,
            0.98,
            Engine.VECTOR,
            EarlyStop.OFF,
            new NuclearNormSpec(0.25, NormWeights.RISING, 7));
    TrialSpec spec =
        new TrialSpec(
            plain.dataset(),
            plain.network(),
            training,
            plain.method(),
            new RetrainingSpec(RetrainingMode.REWOUND, 4),
            List.of(),
            SEED);
    Snapshot seen =
        written(new TrialRow("paper", Samples.completed(spec, Samples.summary(0.5)), Samples.CODE));
    List<@Nullable Object> trial = seen.rowsOf("trials").get(0);
    assertThat(trial.subList(46, 56))
        .isEqualTo(row("rewound", 4, "score", null, null, null, "off", 0.25, "rising", 7));
  }

  @Test
  void aTrialWithMomentumDecayAndAScheduleOfItsRate() throws IOException {
    TrialSpec plain = Samples.spec(SEED, Samples.global());
    TrialSpec spec =
        new TrialSpec(
            plain.dataset(),
            plain.network(),
            plain
                .training()
                .with(
                    UpdateSpec.plain(Optimizer.SGD)
                        .withMomentum(0.9, Switch.ON)
                        .withWeightDecay(5e-4, Switch.OFF))
                .with(
                    LearningRateSchedule.steps(RateUnit.STEPS, List.of(25, 50), 0.25)
                        .withWarmUp(5)),
            plain.method(),
            new RetrainingSpec(RetrainingMode.MASKED, 0, RetrainingRate.LAST),
            List.of(),
            SEED);
    Snapshot seen =
        written(new TrialRow("paper", Samples.completed(spec, Samples.summary(0.5)), Samples.CODE));
    assertThat(seen.column("trials", "retraining_rate")).containsExactly("last");
    assertThat(seen.column("trials", "momentum")).containsExactly(0.9);
    assertThat(seen.column("trials", "nesterov")).containsExactly("on");
    assertThat(seen.column("trials", "weight_decay")).containsExactly(5e-4);
    assertThat(seen.column("trials", "decay_biases")).containsExactly("off");
    assertThat(seen.column("trials", "learning_rate_schedule")).containsExactly("steps");
    assertThat(seen.column("trials", "learning_rate_unit")).containsExactly("steps");
    assertThat(seen.column("trials", "learning_rate_warm_up")).containsExactly(5);
    assertThat(seen.column("trials", "learning_rate_length")).containsOnlyNulls();
    assertThat(seen.column("trials", "learning_rate_drops")).containsExactly("25,50");
    assertThat(seen.column("trials", "learning_rate_factor")).containsExactly(0.25);
  }

  @Test
  void aLocalTrialHasACycleALayer() throws IOException {
    Snapshot seen = written(done(Samples.local()));
    assertThat(seen.column("trials", "scope")).containsExactly("local");
    assertThat(seen.column("trials", "cycles")).containsExactly(2);
    assertThat(seen.column("trials", "counter_mode")).containsOnlyNulls();
    assertThat(seen.column("trials", "decay")).containsOnlyNulls();
  }

  @Test
  void aDenseTrialHasNoPruningSettings() throws IOException {
    Snapshot seen = written(done(Samples.dense()));
    for (String name : List.of("scope", "score", "counter", "cycles", "target")) {
      assertThat(seen.column("trials", name)).as(name).containsOnlyNulls();
    }
    assertThat(seen.column("trials", "method")).containsExactly("dense");
    assertThat(seen.column("trials", "sparsity")).containsExactly(0.75);
  }

  @Test
  void aFailedTrialHasNoFiguresAndNoOtherRows() throws IOException {
    Snapshot seen = written(Samples.failed(SEED));
    List<@Nullable Object> trial = seen.rowsOf("trials").get(0);
    assertThat(trial.subList(11, 14)).containsExactly("failed", "diverged", "The loss is NaN");
    assertThat(trial.subList(14, 28)).hasSize(14).containsOnlyNulls();
    assertThat(trial.get(28)).as("seconds").isEqualTo(1.5);
    assertThat(trial.subList(42, 45)).as("machine").containsOnlyNulls();
    assertThat(trial.get(45)).as("epochs_shared").isNull();
    assertThat(seen.rowsOf("epochs")).isEmpty();
    assertThat(seen.rowsOf("layers")).isEmpty();
  }

  @Test
  void theOtherTables() throws IOException {
    TrialRow trial = done(Samples.global());
    String id = trial.id().value();
    Snapshot seen = written(trial);
    assertThat(seen.rowsOf("epochs"))
        .containsExactly(
            row(id, "training", 1, 0.25, 0.9, 0.3, 0.88, 0.5, 1.25, 0.1, 0.7),
            row(id, "training", 2, 0.25, 0.9, Double.NaN, 0.88, 0.5, 1.25, 0.1, 0.7),
            row(id, "training", 3, 0.25, 0.9, 0.3, 0.88, 0.5, 1.25, 0.1, 0.7));
    assertThat(seen.rowsOf("cycles"))
        .containsExactly(
            row(id, 1, 2, 0.8, 0.8, 250L, 0.25, 0.01, 4_096L, 0L),
            row(id, 2, 3, null, null, 250L, 0.5, 0.01, 4_096L, 0L));
    assertThat(seen.rowsOf("layers"))
        .containsExactly(
            row(id, "pruned", 1, 784, 20, 100L, 19, 1e-4, 33.5, 17.5, 6.5, 0.2, 2.5, 8.25),
            row(id, "pruned", 2, 784, 20, 100L, 19, 1e-4, 33.5, 17.5, 6.5, 0.2, 2.5, 8.25));
    requireLaterTables(id, seen);
    assertThat(seen.rowsOf("sweeps"))
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

  private static void requireLaterTables(String id, Snapshot seen) {
    List<@Nullable Object> dense = new ArrayList<>(row(id, "dense", "early-stopping", 0.0));
    dense.addAll(row(9, 0.95, 0.4, 0.88, 0.11, 0.71, 0.87, 0.99, 0.12, 0.72));
    dense.addAll(row(3, 0.95, 0.4, 0.88, 0.11, 0.71, 0.87, 0.99, 0.12, 0.72));
    dense.addAll(row(9 / 64.0, 0.7, 3 / 64.0, 0.7, 0.375, 0.375));
    List<@Nullable Object> pruned = new ArrayList<>(row(id, "pruned", "none", 0.75));
    pruned.addAll(row(0, null, 0.5, 0.8, 0.1, 0.6, 0.79, 0.97, 0.1, 0.6));
    pruned.addAll(row(0, null, 0.5, 0.8, 0.1, 0.6, 0.79, 0.97, 0.1, 0.6));
    pruned.addAll(row(null, null, null, null, 0.625, 0.625));
    assertThat(seen.rowsOf("evaluations")).containsExactly(dense, pruned);
    assertThat(seen.rowsOf("singular_values"))
        .containsExactly(row(id, 1, "after", 2, 1, 2.25), row(id, 1, "before", 2, 1, 3.5));
    assertThat(seen.rowsOf("pca"))
        .containsExactly(
            row(id, "00112233445566aa", "pca", "10/6", 0.7, 0.1, 0.5, 0.87, null, null, null),
            row(id, "00112233445566aa", "svd", "10/6", 0.6, 0.2, 0.6, 0.87, null, null, null));
    assertThat(seen.rowsOf("heat_maps")).containsExactly(row(id, "pruned", 2, 5, 2, "A502"));
    assertThat(seen.rowsOf("kept_networks"))
        .containsExactly(
            row(
                id,
                "pruned",
                "2",
                2,
                "[\"yes\",\"no, never\"]",
                "0000000000000000000000000000F83F",
                "0000000000E06F400000000000000040",
                "2D",
                "0000803F000000C00000003F00008040",
                "0000803E00000000000080BF00000041"));
  }
}
