package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterMode;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Granularity;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.Normalisation;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RetrainingMode;
import prunesweep.trainer.spec.Score;
import prunesweep.trainer.spec.WithinLayer;

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
            entry("dataset.name", "fashion-mnist"),
            entry("dataset.csv.header", true),
            entry("dataset.normalisation", "byte"),
            entry("network.convolutions", List.of()),
            entry("network.hidden", List.of(300, 200, 100, 50)),
            entry("network.bias", true),
            entry("training.optimizer", "sgd"),
            entry("training.learning-rate", 0.01),
            entry("training.batch-size", 32),
            entry("training.max-epochs", 500),
            entry("training.target-accuracy", 0.98),
            entry("training.engine", "vector"),
            entry("training.early-stopping", "on"),
            entry("training.nuclear-norm", 0),
            entry("training.nuclear-norm-weights", "equal"),
            entry("training.nuclear-norm-every", 100),
            entry("retraining", "none"),
            entry("rewind-epoch", 0),
            entry("analyses", List.of()),
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
            entry("one-shot.granularity", "weights"),
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
    assertThat(config.spark()).isEmpty();
    assertThat(config.blasCore()).isEqualTo(BlasCore.AUTOMATIC);
    assertThat(config.grid())
        .containsExactly(
            new GridBlock(List.of(new Axis<>(Settings.METHOD, List.of(MethodName.DENSE)))));
    assertThat(config.defaults())
        .isEqualTo(
            Point.EMPTY
                .with(Settings.DATASET_NAME, "fashion-mnist")
                .with(Settings.CSV_HEADER, true)
                .with(Settings.NORMALISATION, Normalisation.BYTE)
                .with(Settings.CONVOLUTIONS, List.of())
                .with(Settings.HIDDEN, List.of(300, 200, 100, 50))
                .with(Settings.BIAS, true)
                .with(Settings.OPTIMIZER, Optimizer.SGD)
                .with(Settings.LEARNING_RATE, 0.01)
                .with(Settings.BATCH_SIZE, 32)
                .with(Settings.MAX_EPOCHS, 500)
                .with(Settings.TARGET_ACCURACY, 0.98)
                .with(Settings.ENGINE, Engine.VECTOR)
                .with(Settings.EARLY_STOPPING, EarlyStop.ON)
                .with(Settings.NUCLEAR_NORM, 0.0)
                .with(Settings.NUCLEAR_NORM_WEIGHTS, NormWeights.EQUAL)
                .with(Settings.NUCLEAR_NORM_EVERY, 100)
                .with(Settings.SCOPE, ScopeName.GLOBAL)
                .with(Settings.SCORE, Score.NEURONS)
                .with(Settings.WITHIN_LAYER, WithinLayer.SCORE)
                .with(Settings.COUNTER, Counter.ACTIVE)
                .with(Settings.COUNTER_SOURCE, CounterSource.TRAIN)
                .with(Settings.COUNTER_MODE, CounterMode.ACCUMULATE)
                .with(Settings.COUNTER_BATCH, 32)
                .with(Settings.CYCLES, 5)
                .with(Settings.TARGET, 0.8)
                .with(Settings.FIRST_THRESHOLD, 0.8)
                .with(Settings.DECAY, 0.8)
                .with(Settings.GRANULARITY, Granularity.WEIGHTS)
                .with(Settings.EVERY, 100)
                .with(Settings.EPOCHS, 2)
                .with(Settings.RETRAINING, RetrainingMode.NONE)
                .with(Settings.REWIND_EPOCH, 0)
                .with(Settings.ANALYSES, List.of()));
  }

  @Test
  void namesTheKeysOfABlockInTheOrderOfTheSettings() throws IOException {
    String text = text().replaceAll("[#\\s]+", " ");
    String order = Settings.ALL.stream().map(Setting::blockPath).collect(Collectors.joining(", "));

    assertThat(text).contains("Keys of a block: " + order + " ");
  }

  /** Else all sweeps would have other ids from the day the key came. */
  @Test
  void laterKeysAreLeftOutOfAResolvedConfigAtTheirDefaults() {
    String resolved = Conf.of(directory, "").resolved();

    assertThat(resolved).contains("\"engine\":\"vector\"");
    assertThat(resolved)
        .doesNotContain("early-stopping", "nuclear-norm", "within-layer", "one-shot", "magnitude")
        .doesNotContain("normalisation", "csv")
        .doesNotContain("retraining", "rewind-epoch", "analyses");
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
