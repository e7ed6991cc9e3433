package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.spec.Analysis;
import prunesweep.trainer.spec.ConvolutionSpec;
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

class ConfigLoaderTest {

  @TempDir private Path directory;

  @Test
  void mapsEveryKeyAtTheTop() {
    SweepConfig config =
        Conf.of(
            directory,
            """
            sweep { name = everything, seeds = [3, 1, 9223372036854775807], share-stages = false }
            dataset { name = mnist, dir = /data/mnist, normalisation = standard }
            network {
              convolutions = [{ channels = 6, kernel = 5, padding = 2, pooling = 2 }]
              hidden = [30, 20], bias = false
            }
            training {
              optimizer = adam, learning-rate = 0.001, batch-size = 64, max-epochs = 10
              target-accuracy = 1, engine = dl4j, early-stopping = off
              nuclear-norm = 1e-3, nuclear-norm-weights = rising, nuclear-norm-every = 50
            }
            retraining = rewound, rewind-epoch = 3, analyses = [heat-maps, pca]
            one-shot.granularity = units
            magnitude { every = 20, epochs = 4 }
            activation {
              scope = local, score = neurons-weights, counter = inactive, within-layer = random
              counter-source = held-out, counter-mode = reset, counter-batch = 16, cycles = 3
              target = 0.9, first-threshold = 0.5, decay = 1
            }
            grid = [{ method = activation }]
            native.openblas-core = SkylakeX
            spark { executor.memory = 2g, "speculation" = true, "speculation.interval" = 10 }
            """);

    assertThat(config)
        .isEqualTo(
            new SweepConfig(
                "everything",
                List.of(3L, 1L, Long.MAX_VALUE),
                false,
                Point.EMPTY
                    .with(Settings.DATASET_NAME, "mnist")
                    .with(Settings.DATASET_DIR, Path.of("/data/mnist"))
                    .with(Settings.CSV_HEADER, true)
                    .with(Settings.NORMALISATION, Normalisation.STANDARD)
                    .with(Settings.CONVOLUTIONS, List.of(new ConvolutionSpec(6, 5, 2, 2)))
                    .with(Settings.HIDDEN, List.of(30, 20))
                    .with(Settings.BIAS, false)
                    .with(Settings.OPTIMIZER, Optimizer.ADAM)
                    .with(Settings.LEARNING_RATE, 0.001)
                    .with(Settings.BATCH_SIZE, 64)
                    .with(Settings.MAX_EPOCHS, 10)
                    .with(Settings.TARGET_ACCURACY, 1.0)
                    .with(Settings.ENGINE, Engine.DL4J)
                    .with(Settings.EARLY_STOPPING, EarlyStop.OFF)
                    .with(Settings.NUCLEAR_NORM, 0.001)
                    .with(Settings.NUCLEAR_NORM_WEIGHTS, NormWeights.RISING)
                    .with(Settings.NUCLEAR_NORM_EVERY, 50)
                    .with(Settings.SCOPE, ScopeName.LOCAL)
                    .with(Settings.SCORE, Score.NEURONS_WEIGHTS)
                    .with(Settings.WITHIN_LAYER, WithinLayer.RANDOM)
                    .with(Settings.COUNTER, Counter.INACTIVE)
                    .with(Settings.COUNTER_SOURCE, CounterSource.HELD_OUT)
                    .with(Settings.COUNTER_MODE, CounterMode.RESET)
                    .with(Settings.COUNTER_BATCH, 16)
                    .with(Settings.CYCLES, 3)
                    .with(Settings.TARGET, 0.9)
                    .with(Settings.FIRST_THRESHOLD, 0.5)
                    .with(Settings.DECAY, 1.0)
                    .with(Settings.GRANULARITY, Granularity.UNITS)
                    .with(Settings.EVERY, 20)
                    .with(Settings.EPOCHS, 4)
                    .with(Settings.RETRAINING, RetrainingMode.REWOUND)
                    .with(Settings.REWIND_EPOCH, 3)
                    .with(Settings.ANALYSES, List.of(Analysis.PCA, Analysis.HEAT_MAPS)),
                List.of(
                    new GridBlock(
                        List.of(new Axis<>(Settings.METHOD, List.of(MethodName.ACTIVATION))))),
                Map.of(
                    "spark.executor.memory", "2g",
                    "spark.speculation", "true",
                    "spark.speculation.interval", "10"),
                BlasCore.SKYLAKEX));
  }

  @Test
  void mapsEveryKeyOfABlockInTheDocumentedOrder() {
    SweepConfig config =
        Conf.of(
            directory,
            """
            grid = [{
              analyses = [[], [pca]], rewind-epoch = [0, 2], retraining = rewound
              within-layer = [score, magnitude, random]
              decay = 0.5, first-threshold = [0.6, 0.7], target = 0.9, cycles = [1, 2]
              counter-batch = 8, counter-mode = [reset, accumulate], counter-source = held-out
              counter = [active, inactive], score = neurons, scope = global, method = activation
              training.target-accuracy = 0.9
              training { max-epochs = [4, 2], batch-size = 16, learning-rate = [0.1, 1e-2] }
              training.optimizer = [sgd, adam]
              training { nuclear-norm-every = 10, nuclear-norm-weights = [equal, rising] }
              training { nuclear-norm = [0.1, 0.2], early-stopping = [on, off] }
              network { bias = [true, false], hidden = [[10], [20, 10]] }
              network.convolutions = [[], [{ pooling = 1, padding = 0, kernel = 3, channels = 4 }]]
              dataset { normalisation = [byte, standard], dir = /d, name = mnist }
            }]
            """);

    assertThat(config.grid())
        .containsExactly(
            new GridBlock(
                List.of(
                    new Axis<>(Settings.DATASET_NAME, List.of("mnist")),
                    new Axis<>(Settings.DATASET_DIR, List.of(Path.of("/d"))),
                    new Axis<>(
                        Settings.NORMALISATION,
                        List.of(Normalisation.BYTE, Normalisation.STANDARD)),
                    new Axis<>(
                        Settings.CONVOLUTIONS,
                        List.of(List.of(), List.of(new ConvolutionSpec(4, 3, 0, 1)))),
                    new Axis<>(Settings.HIDDEN, List.of(List.of(10), List.of(20, 10))),
                    new Axis<>(Settings.BIAS, List.of(true, false)),
                    new Axis<>(Settings.OPTIMIZER, List.of(Optimizer.SGD, Optimizer.ADAM)),
                    new Axis<>(Settings.LEARNING_RATE, List.of(0.1, 0.01)),
                    new Axis<>(Settings.BATCH_SIZE, List.of(16)),
                    new Axis<>(Settings.MAX_EPOCHS, List.of(4, 2)),
                    new Axis<>(Settings.TARGET_ACCURACY, List.of(0.9)),
                    new Axis<>(Settings.EARLY_STOPPING, List.of(EarlyStop.ON, EarlyStop.OFF)),
                    new Axis<>(Settings.NUCLEAR_NORM, List.of(0.1, 0.2)),
                    new Axis<>(
                        Settings.NUCLEAR_NORM_WEIGHTS,
                        List.of(NormWeights.EQUAL, NormWeights.RISING)),
                    new Axis<>(Settings.NUCLEAR_NORM_EVERY, List.of(10)),
                    new Axis<>(Settings.METHOD, List.of(MethodName.ACTIVATION)),
                    new Axis<>(Settings.SCOPE, List.of(ScopeName.GLOBAL)),
                    new Axis<>(Settings.SCORE, List.of(Score.NEURONS)),
                    new Axis<>(Settings.WITHIN_LAYER, List.of(WithinLayer.values())),
                    new Axis<>(Settings.COUNTER, List.of(Counter.ACTIVE, Counter.INACTIVE)),
                    new Axis<>(Settings.COUNTER_SOURCE, List.of(CounterSource.HELD_OUT)),
                    new Axis<>(
                        Settings.COUNTER_MODE, List.of(CounterMode.RESET, CounterMode.ACCUMULATE)),
                    new Axis<>(Settings.COUNTER_BATCH, List.of(8)),
                    new Axis<>(Settings.CYCLES, List.of(1, 2)),
                    new Axis<>(Settings.TARGET, List.of(0.9)),
                    new Axis<>(Settings.FIRST_THRESHOLD, List.of(0.6, 0.7)),
                    new Axis<>(Settings.DECAY, List.of(0.5)),
                    new Axis<>(Settings.RETRAINING, List.of(RetrainingMode.REWOUND)),
                    new Axis<>(Settings.REWIND_EPOCH, List.of(0, 2)),
                    new Axis<>(Settings.ANALYSES, List.of(List.of(), List.of(Analysis.PCA))))));
  }

  @Test
  void mapsTheKeysOfMethodsThatPruneAfterTraining() {
    SweepConfig config =
        Conf.of(
            directory,
            """
            grid = [
              { method = magnitude, epochs = [1, 2], every = 50, target = 0.7 }
              { method = one-shot, granularity = [units, weights], target = [0, 0.5] }
            ]
            """);

    assertThat(config.grid())
        .containsExactly(
            new GridBlock(
                List.of(
                    new Axis<>(Settings.METHOD, List.of(MethodName.MAGNITUDE)),
                    new Axis<>(Settings.TARGET, List.of(0.7)),
                    new Axis<>(Settings.EVERY, List.of(50)),
                    new Axis<>(Settings.EPOCHS, List.of(1, 2)))),
            new GridBlock(
                List.of(
                    new Axis<>(Settings.METHOD, List.of(MethodName.ONE_SHOT)),
                    new Axis<>(Settings.TARGET, List.of(0.0, 0.5)),
                    new Axis<>(
                        Settings.GRANULARITY, List.of(Granularity.UNITS, Granularity.WEIGHTS)))));
  }

  @Test
  void takesTheLaterOverrideBeforeTheEarlierBeforeTheFile() {
    SweepConfig config =
        Conf.of(
            directory,
            "training { max-epochs = 3, batch-size = 4 }",
            "training.max-epochs=5",
            "training.max-epochs = 6");

    assertThat(config.defaults().value(Settings.MAX_EPOCHS)).isEqualTo(6);
    assertThat(config.defaults().value(Settings.BATCH_SIZE)).isEqualTo(4);
    assertThat(config.defaults().value(Settings.LEARNING_RATE)).isEqualTo(0.01);
  }

  @Test
  void replacesAGridByAnOverride() {
    SweepConfig config =
        Conf.of(
            directory,
            "grid = [{ method = dense }, { method = activation }]",
            "grid=[{ method = activation, cycles = [1, 2] }]",
            "sweep.seeds=[0,1,2]");

    assertThat(config.seeds()).containsExactly(0L, 1L, 2L);
    assertThat(config.grid())
        .containsExactly(
            new GridBlock(
                List.of(
                    new Axis<>(Settings.METHOD, List.of(MethodName.ACTIVATION)),
                    new Axis<>(Settings.CYCLES, List.of(1, 2)))));
  }

  @Test
  void takesWhatIsNoHoconValueAsAString() {
    SweepConfig config =
        Conf.of(
            directory,
            "",
            "dataset.dir=/x y//z",
            "spark.a=hdfs://host:8020/x",
            "spark.b=-Xss2m -XX:+UseSerialGC",
            "spark.c=1,2",
            "spark.d=]\nsweep = [3",
            "spark.e=\"in // quotes\"",
            "spark.f=",
            "spark.g=0.50",
            "spark.h=a=b");

    assertThat(config.defaults().find(Settings.DATASET_DIR)).contains(Path.of("/x y//z"));
    assertThat(config.name()).isEqualTo("sweep");
    assertThat(config.spark())
        .containsExactly(
            entry("spark.a", "hdfs://host:8020/x"),
            entry("spark.b", "-Xss2m -XX:+UseSerialGC"),
            entry("spark.c", "1,2"),
            entry("spark.d", "]\nsweep = [3"),
            entry("spark.e", "in // quotes"),
            entry("spark.f", ""),
            entry("spark.g", "0.50"),
            entry("spark.h", "a=b"));
  }

  @Test
  void resolvesSubstitutionsAcrossFileAndOverrides() {
    SweepConfig config =
        Conf.of(
            directory,
            "training { batch-size = ${activation.counter-batch} }\n"
                + "sweep.name = ${?NOT_SET_AT_ALL}",
            "activation.counter-batch=7",
            "training.max-epochs=${activation.cycles}",
            "dataset.dir=${PATH}");

    assertThat(config.name()).isEqualTo("sweep");
    assertThat(config.defaults().value(Settings.BATCH_SIZE)).isEqualTo(7);
    assertThat(config.defaults().value(Settings.MAX_EPOCHS)).isEqualTo(5);
    assertThat(config.defaults().find(Settings.DATASET_DIR))
        .contains(Path.of(System.getenv("PATH")));
  }

  @Test
  void includesAFileBesideTheConfig() {
    Conf.write(directory, "common.conf", "include file(\"" + directory + "/deeper.conf\")");
    Conf.write(directory, "deeper.conf", "training { max-epochs = 3, batch-size = 9 }");

    SweepConfig config =
        Conf.of(
            directory,
            "include \"common\"\ntraining.max-epochs = 4\ngrid += { method = activation }");

    assertThat(config.defaults().value(Settings.MAX_EPOCHS)).isEqualTo(4);
    assertThat(config.defaults().value(Settings.BATCH_SIZE)).isEqualTo(9);
    assertThat(config.grid()).hasSize(2);
  }

  @Test
  void includesAFileBesideAConfigNamedWithoutAFolder() throws IOException {
    Path config = Path.of("named-without-a-folder.conf");
    Path included = Path.of("included-beside-it.conf");
    try {
      Files.writeString(included, "training.max-epochs = 3");
      Files.writeString(config, "include \"included-beside-it.conf\"");

      assertThat(ConfigLoader.load(config, List.of()).defaults().value(Settings.MAX_EPOCHS))
          .isEqualTo(3);
    } finally {
      Files.deleteIfExists(config);
      Files.deleteIfExists(included);
    }
  }

  @Test
  void takesAHundredSeedsOneByOne() {
    String seeds =
        IntStream.range(1, 101)
            .mapToObj("sweep.seeds += %d\n"::formatted)
            .collect(Collectors.joining());

    assertThat(Conf.of(directory, seeds).seeds()).hasSize(101).endsWith(99L, 100L);
  }

  @Test
  void takesWholeNumbersAndTextsInAnyForm() {
    SweepConfig config =
        Conf.of(
            directory,
            """
            sweep { name = 2024, seeds = [1e3, "7"] }
            training { max-epochs = 3.0, learning-rate = "0.5", batch-size = 1E2 }
            """);

    assertThat(config.name()).isEqualTo("2024");
    assertThat(config.seeds()).containsExactly(1000L, 7L);
    assertThat(config.defaults().value(Settings.MAX_EPOCHS)).isEqualTo(3);
    assertThat(config.defaults().value(Settings.LEARNING_RATE)).isEqualTo(0.5);
    assertThat(config.defaults().value(Settings.BATCH_SIZE)).isEqualTo(100);
  }
}
