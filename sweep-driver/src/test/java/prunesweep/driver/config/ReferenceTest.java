package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.source.DatasetOrigin;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingRate;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.Normalisation;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RateCurve;
import prunesweep.trainer.spec.RateUnit;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.trial.TrialSpec;

class ReferenceTest {

  private static final String REFERENCE = "prunesweep-reference.conf";

  @TempDir private Path directory;

  @Test
  void holdsExactlyTheseDefaults() {
    assertThat(values(ConfigFactory.parseResources(REFERENCE)))
        .containsOnly(
            entry("sweep.name", "sweep"),
            entry("sweep.seeds", List.of(0)),
            entry("sweep.share-stages", true),
            entry("sweep.checkpoint-every", "1 minute"),
            entry("sweep.stuck-after", "off"),
            entry("dataset.name", "fashion-mnist"),
            entry("dataset.csv.header", true),
            entry("dataset.normalisation", "byte"),
            entry("network.convolutions", List.of()),
            entry("network.hidden", List.of(300, 200, 100, 50)),
            entry("network.bias", true),
            entry("network.init", "glorot-uniform"),
            entry("training.optimizer", "sgd"),
            entry("training.momentum", 0),
            entry("training.nesterov", "off"),
            entry("training.weight-decay", 0),
            entry("training.decay-biases", "on"),
            entry("training.learning-rate", 0.01),
            entry("training.learning-rate-schedule", "constant"),
            entry("training.learning-rate-unit", "epochs"),
            entry("training.learning-rate-warm-up", 0),
            entry("training.learning-rate-length", 0),
            entry("training.learning-rate-drops", List.of(100, 150)),
            entry("training.learning-rate-factor", 0.1),
            entry("training.batch-size", 32),
            entry("training.max-epochs", 500),
            entry("training.target-accuracy", 0.98),
            entry("training.engine", "vector"),
            entry("training.early-stopping", "on"),
            entry("training.nuclear-norm", 0),
            entry("training.nuclear-norm-weights", "equal"),
            entry("training.nuclear-norm-every", 100),
            entry("training.nuclear-norm-from-accuracy", 0),
            entry("training.label-smoothing", 0),
            entry("training.dropout", 0),
            entry("retraining", "none"),
            entry("rewind-epoch", 0),
            entry("retraining-rate", "anew"),
            entry("analyses", List.of()),
            entry("keep", List.of()),
            entry("activation.scope", "global"),
            entry("activation.score", "neurons"),
            entry("activation.within-layer", "score"),
            entry("activation.counter", "active"),
            entry("activation.counter-source", "train"),
            entry("activation.counter-mode", "accumulate"),
            entry("activation.counter-batch", 32),
            entry("activation.cycles", 5),
            entry("activation.target", 0.8),
            entry("activation.first-threshold", 0.8),
            entry("activation.decay", 0.8),
            entry("activation.when-missed", "leave"),
            entry("threshold.schedule", "geometric"),
            entry("threshold.granularity", "weights"),
            entry("one-shot.scope", "layers"),
            entry("one-shot.score", "magnitude"),
            entry("one-shot.granularity", "weights"),
            entry("gradual.scope", "layers"),
            entry("gradual.score", "magnitude"),
            entry("gradual.schedule", "cubic"),
            entry("gradual.granularity", "weights"),
            entry("gradual.gradual-start", "trained"),
            entry("before-training.scope", "global"),
            entry("before-training.score", "magnitude"),
            entry("before-training.schedule", "exponential"),
            entry("before-training.granularity", "weights"),
            entry("before-training.iterations", 1),
            entry("before-training.control", "none"),
            entry("rounds.scope", "layers"),
            entry("rounds.score", "magnitude"),
            entry("rounds.schedule", "exponential"),
            entry("rounds.granularity", "weights"),
            entry("rounds.rounds", 5),
            entry("rounds.round-start", "initial"),
            entry("rounds.round-epoch", 1),
            entry("pruning.prune-output", "off"),
            entry("dynamic.scope", "erk"),
            entry("dynamic.score", "random"),
            entry("dynamic.grow", "random"),
            entry("dynamic.every", 100),
            entry("dynamic.moved", 0.3),
            entry("dynamic.moving-until", 0.75),
            entry("pruning.share", 0.2),
            entry("pruning.score-images", 100),
            entry("pruning.score-batches", 1),
            entry("magnitude.every", 100),
            entry("magnitude.epochs", 2),
            entry("native.openblas-core", "automatic"),
            entry("grid", List.of(Map.of("method", "dense"))));
  }

  private static Map<String, Object> values(Config config) {
    return config.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().unwrapped()));
  }

  @Test
  void isWhatAnEmptyConfigMeans() {
    SweepConfig config = Conf.of(directory, "");

    assertThat(config.name()).isEqualTo("sweep");
    assertThat(config.seeds()).containsExactly(0L);
    assertThat(config.sharesStages()).isTrue();
    assertThat(config.timing())
        .isEqualTo(new Timing(Optional.of(Duration.ofMinutes(1)), Optional.empty()));
    assertThat(config.spark()).isEmpty();
    assertThat(config.blasCore()).isEqualTo(BlasCore.AUTOMATIC);
    assertThat(config.grid())
        .containsExactly(
            new GridBlock(
                List.of(Conf.axis(Methods.CHOICE.key(), List.of(DenseTraining.SECTION)))));
    assertThat(config.defaults())
        .isEqualTo(
            Conf.withLaterDefaults(
                Point.EMPTY
                    .withDefault(DatasetSpec.NAME, "fashion-mnist")
                    .withDefault(DatasetOrigin.CSV_HEADER, true)
                    .withDefault(DatasetSpec.NORMALISATION, Normalisation.BYTE)
                    .withDefault(NetworkSpec.CONVOLUTIONS, List.of())
                    .withDefault(NetworkSpec.HIDDEN, List.of(300, 200, 100, 50))
                    .withDefault(NetworkSpec.BIAS, true)
                    .withDefault(TrainingSpec.OPTIMIZER, Optimizer.SGD)
                    .withDefault(UpdateSpec.MOMENTUM, 0.0)
                    .withDefault(UpdateSpec.NESTEROV, Switch.OFF)
                    .withDefault(UpdateSpec.WEIGHT_DECAY, 0.0)
                    .withDefault(UpdateSpec.DECAY_BIASES, Switch.ON)
                    .withDefault(TrainingSpec.LEARNING_RATE, 0.01)
                    .withDefault(LearningRateSchedule.CURVE, RateCurve.CONSTANT)
                    .withDefault(LearningRateSchedule.UNIT, RateUnit.EPOCHS)
                    .withDefault(LearningRateSchedule.WARM_UP, 0)
                    .withDefault(LearningRateSchedule.LENGTH, 0)
                    .withDefault(LearningRateSchedule.DROPS, List.of(100, 150))
                    .withDefault(LearningRateSchedule.DROP_FACTOR, 0.1)
                    .withDefault(TrainingSpec.BATCH_SIZE, 32)
                    .withDefault(TrainingSpec.MAX_EPOCHS, 500)
                    .withDefault(TrainingSpec.TARGET_ACCURACY, 0.98)
                    .withDefault(TrainingSpec.ENGINE, Engine.VECTOR)
                    .withDefault(TrainingSpec.EARLY_STOPPING, EarlyStop.ON)
                    .withDefault(NuclearNormSpec.STRENGTH, 0.0)
                    .withDefault(NuclearNormSpec.WEIGHTS, NormWeights.EQUAL)
                    .withDefault(NuclearNormSpec.EVERY, 100)
                    .withDefault(Selection.SCOPE.key(), Global.SECTION)
                    .withDefault(Selection.SCORE, ScoreSpec.NEURONS)
                    .withDefault(Selection.WITHIN_LAYER, WithinLayer.SCORE)
                    .withDefault(Selection.COUNTER, Counter.ACTIVE)
                    .withDefault(Selection.COUNTER_SOURCE, CounterSource.TRAIN)
                    .withDefault(ThresholdPruning.COUNTER_MODE, CounterMode.ACCUMULATE)
                    .withDefault(Selection.COUNTER_BATCH, 32)
                    .withDefault(ThresholdPruning.CYCLES, 5)
                    .withDefault(Selection.TARGET, 0.8)
                    .withDefault(ThresholdPruning.FIRST_THRESHOLD, 0.8)
                    .withDefault(Geometric.DECAY, 0.8)
                    .withDefault(Selection.GRANULARITY, Granularity.WEIGHTS)
                    .withDefault(GradualPruning.EVERY, 100)
                    .withDefault(GradualPruning.EPOCHS, 2)
                    .withDefault(RetrainingSpec.MODE, RetrainingMode.NONE)
                    .withDefault(RetrainingSpec.REWIND_EPOCH, 0)
                    .withDefault(RetrainingSpec.RATE, RetrainingRate.ANEW)
                    .withDefault(TrialSpec.ANALYSES, List.of())
                    .withDefault(TrialSpec.KEEP, List.of())));
  }

  @Test
  void namesTheKeysOfABlockInTheOrderOfTheSettings() throws IOException {
    String text = text().replaceAll("[#\\s]+", " ");
    String order =
        Vocabulary.current().ofBlocks().stream()
            .map(Key::blockPath)
            .collect(Collectors.joining(", "));

    assertThat(text).contains("Keys of a block: " + order + " ");
  }

  /** Else all sweeps would have other ids from the day the key came. */
  @Test
  void laterKeysAreLeftOutOfAResolvedConfigAtTheirDefaults() {
    String resolved = Conf.of(directory, "").resolved();

    assertThat(resolved).contains("\"engine\":\"vector\"");
    assertThat(resolved)
        .doesNotContain("early-stopping", "nuclear-norm", "within-layer", "one-shot", "magnitude")
        .doesNotContain("\"threshold\"", "gradual", "pruning", "when-missed", "schedule")
        .doesNotContain(
            "normalisation", "csv", "momentum", "nesterov", "weight-decay", "biases", "rate-")
        .doesNotContain("label-smoothing", "dropout", "glorot")
        .doesNotContain("retraining", "rewind-epoch", "analyses", "keep");
    assertThat(Conf.of(directory, "retraining = free, magnitude.every = 50").resolved())
        .contains("\"retraining\":\"free\"", "\"magnitude\":{\"every\":50}");
  }

  private static String text() throws IOException {
    try (InputStream reference =
        ReferenceTest.class.getResourceAsStream("/prunesweep-reference.conf")) {
      assertThat(reference).isNotNull();
      return new String(reference.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
