package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.source.DatasetOrigin;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.method.OneShotPruning;
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
import prunesweep.trainer.scope.InTurn;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.ConvolutionSpec;
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
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.KeptStage;
import prunesweep.trainer.trial.TrialSpec;

class ConfigLoaderTest {

  @TempDir private Path directory;

  @Test
  void mapsEveryKeyAtTheTop() {
    SweepConfig config =
        Conf.of(
            directory,
            """
            sweep { name = everything, seeds = [3, 1, 9223372036854775807], share-stages = false
              checkpoint-every = 30 s, stuck-after = 2h }
            dataset { name = mnist, dir = /data/mnist, normalisation = standard }
            network {
              convolutions = [{ channels = 6, kernel = 5, padding = 2, pooling = 2 }]
              hidden = [30, 20], bias = false
            }
            training {
              optimizer = adam, learning-rate = 0.001, batch-size = 64, max-epochs = 10
              target-accuracy = 1, engine = dl4j, early-stopping = off
              nuclear-norm = 1e-3, nuclear-norm-weights = rising, nuclear-norm-every = 50
              learning-rate-schedule = steps, learning-rate-unit = steps, learning-rate-warm-up = 5
              learning-rate-length = 7, learning-rate-drops = [3, 9], learning-rate-factor = 0.5
              momentum = 0.9, nesterov = on, weight-decay = 5e-4, decay-biases = off
            }
            retraining = rewound, rewind-epoch = 3, analyses = [heat-maps, pca], keep = [pruned]
            retraining-rate = rewound
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
                new Timing(Optional.of(Duration.ofSeconds(30)), Optional.of(Duration.ofHours(2))),
                Conf.withLaterDefaults(
                    Point.EMPTY
                        .withDefault(DatasetSpec.NAME, "mnist")
                        .withDefault(DatasetOrigin.DIR, Path.of("/data/mnist"))
                        .withDefault(DatasetOrigin.CSV_HEADER, true)
                        .withDefault(DatasetSpec.NORMALISATION, Normalisation.STANDARD)
                        .withDefault(
                            NetworkSpec.CONVOLUTIONS, List.of(new ConvolutionSpec(6, 5, 2, 2)))
                        .withDefault(NetworkSpec.HIDDEN, List.of(30, 20))
                        .withDefault(NetworkSpec.BIAS, false)
                        .withDefault(TrainingSpec.OPTIMIZER, Optimizer.ADAM)
                        .withDefault(UpdateSpec.MOMENTUM, 0.9)
                        .withDefault(UpdateSpec.NESTEROV, Switch.ON)
                        .withDefault(UpdateSpec.WEIGHT_DECAY, 5e-4)
                        .withDefault(UpdateSpec.DECAY_BIASES, Switch.OFF)
                        .withDefault(TrainingSpec.LEARNING_RATE, 0.001)
                        .withDefault(LearningRateSchedule.CURVE, RateCurve.STEPS)
                        .withDefault(LearningRateSchedule.UNIT, RateUnit.STEPS)
                        .withDefault(LearningRateSchedule.WARM_UP, 5)
                        .withDefault(LearningRateSchedule.LENGTH, 7)
                        .withDefault(LearningRateSchedule.DROPS, List.of(3, 9))
                        .withDefault(LearningRateSchedule.DROP_FACTOR, 0.5)
                        .withDefault(TrainingSpec.BATCH_SIZE, 64)
                        .withDefault(TrainingSpec.MAX_EPOCHS, 10)
                        .withDefault(TrainingSpec.TARGET_ACCURACY, 1.0)
                        .withDefault(TrainingSpec.ENGINE, Engine.DL4J)
                        .withDefault(TrainingSpec.EARLY_STOPPING, EarlyStop.OFF)
                        .withDefault(NuclearNormSpec.STRENGTH, 0.001)
                        .withDefault(NuclearNormSpec.WEIGHTS, NormWeights.RISING)
                        .withDefault(NuclearNormSpec.EVERY, 50)
                        .withDefault(Selection.SCOPE.key(), InTurn.SECTION)
                        .withDefault(Selection.SCORE, ScoreSpec.NEURONS_WEIGHTS)
                        .withDefault(Selection.WITHIN_LAYER, WithinLayer.RANDOM)
                        .withDefault(Selection.COUNTER, Counter.INACTIVE)
                        .withDefault(Selection.COUNTER_SOURCE, CounterSource.HELD_OUT)
                        .withDefault(ThresholdPruning.COUNTER_MODE, CounterMode.RESET)
                        .withDefault(Selection.COUNTER_BATCH, 16)
                        .withDefault(ThresholdPruning.CYCLES, 3)
                        .withDefault(Selection.TARGET, 0.9)
                        .withDefault(ThresholdPruning.FIRST_THRESHOLD, 0.5)
                        .withDefault(Geometric.DECAY, 1.0)
                        .withDefault(Selection.GRANULARITY, Granularity.UNITS)
                        .withDefault(GradualPruning.EVERY, 20)
                        .withDefault(GradualPruning.EPOCHS, 4)
                        .withDefault(RetrainingSpec.MODE, RetrainingMode.REWOUND)
                        .withDefault(RetrainingSpec.REWIND_EPOCH, 3)
                        .withDefault(RetrainingSpec.RATE, RetrainingRate.REWOUND)
                        .withDefault(TrialSpec.ANALYSES, List.of(Analysis.PCA, Analysis.HEAT_MAPS))
                        .withDefault(TrialSpec.KEEP, List.of(KeptStage.PRUNED))),
                List.of(
                    new GridBlock(
                        List.of(
                            Conf.axis(
                                Methods.CHOICE.key(), List.of(ThresholdPruning.ACTIVATION))))),
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
                    Conf.axis(DatasetSpec.NAME, List.of("mnist")),
                    Conf.axis(DatasetOrigin.DIR, List.of(Path.of("/d"))),
                    Conf.axis(
                        DatasetSpec.NORMALISATION,
                        List.of(Normalisation.BYTE, Normalisation.STANDARD)),
                    Conf.axis(
                        NetworkSpec.CONVOLUTIONS,
                        List.of(List.of(), List.of(new ConvolutionSpec(4, 3, 0, 1)))),
                    Conf.axis(NetworkSpec.HIDDEN, List.of(List.of(10), List.of(20, 10))),
                    Conf.axis(NetworkSpec.BIAS, List.of(true, false)),
                    Conf.axis(TrainingSpec.OPTIMIZER, List.of(Optimizer.SGD, Optimizer.ADAM)),
                    Conf.axis(TrainingSpec.LEARNING_RATE, List.of(0.1, 0.01)),
                    Conf.axis(TrainingSpec.BATCH_SIZE, List.of(16)),
                    Conf.axis(TrainingSpec.MAX_EPOCHS, List.of(4, 2)),
                    Conf.axis(TrainingSpec.TARGET_ACCURACY, List.of(0.9)),
                    Conf.axis(TrainingSpec.EARLY_STOPPING, List.of(EarlyStop.ON, EarlyStop.OFF)),
                    Conf.axis(NuclearNormSpec.STRENGTH, List.of(0.1, 0.2)),
                    Conf.axis(
                        NuclearNormSpec.WEIGHTS, List.of(NormWeights.EQUAL, NormWeights.RISING)),
                    Conf.axis(NuclearNormSpec.EVERY, List.of(10)),
                    Conf.axis(Methods.CHOICE.key(), List.of(ThresholdPruning.ACTIVATION)),
                    Conf.axis(Selection.SCOPE.key(), List.of(Global.SECTION)),
                    Conf.axis(Selection.SCORE, List.of(ScoreSpec.NEURONS)),
                    Conf.axis(Selection.WITHIN_LAYER, List.of(WithinLayer.values())),
                    Conf.axis(Selection.COUNTER, List.of(Counter.ACTIVE, Counter.INACTIVE)),
                    Conf.axis(Selection.COUNTER_SOURCE, List.of(CounterSource.HELD_OUT)),
                    Conf.axis(
                        ThresholdPruning.COUNTER_MODE,
                        List.of(CounterMode.RESET, CounterMode.ACCUMULATE)),
                    Conf.axis(Selection.COUNTER_BATCH, List.of(8)),
                    Conf.axis(ThresholdPruning.CYCLES, List.of(1, 2)),
                    Conf.axis(Selection.TARGET, List.of(0.9)),
                    Conf.axis(ThresholdPruning.FIRST_THRESHOLD, List.of(0.6, 0.7)),
                    Conf.axis(Geometric.DECAY, List.of(0.5)),
                    Conf.axis(RetrainingSpec.MODE, List.of(RetrainingMode.REWOUND)),
                    Conf.axis(RetrainingSpec.REWIND_EPOCH, List.of(0, 2)),
                    Conf.axis(TrialSpec.ANALYSES, List.of(List.of(), List.of(Analysis.PCA))))));
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
                    Conf.axis(Methods.CHOICE.key(), List.of(GradualPruning.MAGNITUDE)),
                    Conf.axis(Selection.TARGET, List.of(0.7)),
                    Conf.axis(GradualPruning.EVERY, List.of(50)),
                    Conf.axis(GradualPruning.EPOCHS, List.of(1, 2)))),
            new GridBlock(
                List.of(
                    Conf.axis(Methods.CHOICE.key(), List.of(OneShotPruning.SECTION)),
                    Conf.axis(Selection.TARGET, List.of(0.0, 0.5)),
                    Conf.axis(
                        Selection.GRANULARITY, List.of(Granularity.UNITS, Granularity.WEIGHTS)))));
  }

  @Test
  void takesTheLaterOverrideBeforeTheEarlierBeforeTheFile() {
    SweepConfig config =
        Conf.of(
            directory,
            "training { max-epochs = 3, batch-size = 4 }",
            "training.max-epochs=5",
            "training.max-epochs = 6");

    assertThat(config.defaults().get(TrainingSpec.MAX_EPOCHS)).isEqualTo(6);
    assertThat(config.defaults().get(TrainingSpec.BATCH_SIZE)).isEqualTo(4);
    assertThat(config.defaults().get(TrainingSpec.LEARNING_RATE)).isEqualTo(0.01);
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
                    Conf.axis(Methods.CHOICE.key(), List.of(ThresholdPruning.ACTIVATION)),
                    Conf.axis(ThresholdPruning.CYCLES, List.of(1, 2)))));
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

    assertThat(config.defaults().find(DatasetOrigin.DIR)).contains(Path.of("/x y//z"));
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
    assertThat(config.defaults().get(TrainingSpec.BATCH_SIZE)).isEqualTo(7);
    assertThat(config.defaults().get(TrainingSpec.MAX_EPOCHS)).isEqualTo(5);
    assertThat(config.defaults().find(DatasetOrigin.DIR)).contains(Path.of(System.getenv("PATH")));
  }

  @Test
  void includesAFileBesideTheConfig() {
    Conf.write(directory, "common.conf", "include file(\"" + directory + "/deeper.conf\")");
    Conf.write(directory, "deeper.conf", "training { max-epochs = 3, batch-size = 9 }");

    SweepConfig config =
        Conf.of(
            directory,
            "include \"common\"\ntraining.max-epochs = 4\ngrid += { method = activation }");

    assertThat(config.defaults().get(TrainingSpec.MAX_EPOCHS)).isEqualTo(4);
    assertThat(config.defaults().get(TrainingSpec.BATCH_SIZE)).isEqualTo(9);
    assertThat(config.grid()).hasSize(2);
  }

  @Test
  void includesAFileBesideAConfigNamedWithoutAFolder() throws IOException {
    Path config = Path.of("named-without-a-folder.conf");
    Path included = Path.of("included-beside-it.conf");
    try {
      Files.writeString(included, "training.max-epochs = 3");
      Files.writeString(config, "include \"included-beside-it.conf\"");

      assertThat(ConfigLoader.load(config, List.of()).defaults().get(TrainingSpec.MAX_EPOCHS))
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
    assertThat(config.defaults().get(TrainingSpec.MAX_EPOCHS)).isEqualTo(3);
    assertThat(config.defaults().get(TrainingSpec.LEARNING_RATE)).isEqualTo(0.5);
    assertThat(config.defaults().get(TrainingSpec.BATCH_SIZE)).isEqualTo(100);
  }
}
