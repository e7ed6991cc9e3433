package prunesweep.driver.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.method.Control;
import prunesweep.trainer.method.DynamicTraining;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.GradualStart;
import prunesweep.trainer.method.Grow;
import prunesweep.trainer.method.PruningBeforeTraining;
import prunesweep.trainer.method.RoundStart;
import prunesweep.trainer.method.RoundsPruning;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.schedule.Cubic;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.schedule.ShareOfLeft;
import prunesweep.trainer.scope.Erk;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.InitialWeights;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;

/** Configs of tests: written to a directory of the test, or those of the project. */
public final class Conf {

  private Conf() {}

  /** The sweep of a config with {@code text}. */
  public static SweepConfig of(Path directory, String text, String... overrides) {
    return ConfigLoader.load(write(directory, "x.conf", text), List.of(overrides));
  }

  /** The sweep of {@code conf/NAME.conf}. */
  public static SweepConfig ready(String name, String... overrides) {
    Path home = Path.of(System.getProperty("prunesweep.home", ".."));
    return ConfigLoader.load(home.resolve("conf").resolve(name + ".conf"), List.of(overrides));
  }

  /** An axis of a key that one method has. */
  static <T> Axis<T> axis(Key<T> key, List<? extends T> values) {
    return new Axis<>(List.of(key), List.copyOf(values));
  }

  static Path write(Path directory, String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code point} with the defaults of the keys that came when experiments were composed. */
  static Point withLaterDefaults(Point point) {
    return point
        .withDefault(NetworkSpec.INIT, InitialWeights.GLOROT_UNIFORM)
        .withDefault(TrainingSpec.LABEL_SMOOTHING, 0.0)
        .withDefault(NuclearNormSpec.FROM_ACCURACY, 0.0)
        .withDefault(TrainingSpec.DROPOUT, 0.0)
        .withDefault(ThresholdPruning.WHEN_MISSED, WhenMissed.LEAVE)
        .withDefault(Selection.SCHEDULE.key(), Geometric.SECTION)
        .withDefault(inSection("threshold", Selection.GRANULARITY), Granularity.WEIGHTS)
        .withDefault(inSection("one-shot", Selection.SCOPE.key()), Layers.SECTION)
        .withDefault(inSection("one-shot", Selection.SCORE), ScoreSpec.MAGNITUDE)
        .withDefault(inSection("gradual", Selection.SCOPE.key()), Layers.SECTION)
        .withDefault(inSection("gradual", Selection.SCORE), ScoreSpec.MAGNITUDE)
        .withDefault(inSection("gradual", Selection.SCHEDULE.key()), Cubic.SECTION)
        .withDefault(inSection("gradual", Selection.GRANULARITY), Granularity.WEIGHTS)
        .withDefault(inSection("before-training", Selection.SCOPE.key()), Global.SECTION)
        .withDefault(inSection("before-training", Selection.SCORE), ScoreSpec.MAGNITUDE)
        .withDefault(inSection("before-training", Selection.SCHEDULE.key()), Exponential.SECTION)
        .withDefault(inSection("before-training", Selection.GRANULARITY), Granularity.WEIGHTS)
        .withDefault(GradualPruning.START, GradualStart.TRAINED)
        .withDefault(PruningBeforeTraining.ITERATIONS, 1)
        .withDefault(PruningBeforeTraining.CONTROL, Control.NONE)
        .withDefault(inSection("rounds", Selection.SCOPE.key()), Layers.SECTION)
        .withDefault(inSection("rounds", Selection.SCORE), ScoreSpec.MAGNITUDE)
        .withDefault(inSection("rounds", Selection.SCHEDULE.key()), Exponential.SECTION)
        .withDefault(inSection("rounds", Selection.GRANULARITY), Granularity.WEIGHTS)
        .withDefault(RoundsPruning.ROUNDS, 5)
        .withDefault(RoundsPruning.START, RoundStart.INITIAL)
        .withDefault(RoundsPruning.START_EPOCH, 1)
        .withDefault(inSection("dynamic", Selection.SCOPE.key()), Erk.SECTION)
        .withDefault(inSection("dynamic", Selection.SCORE), ScoreSpec.RANDOM)
        .withDefault(DynamicTraining.GROW, Grow.RANDOM)
        .withDefault(inSection("dynamic", GradualPruning.EVERY), 100)
        .withDefault(DynamicTraining.MOVED, 0.3)
        .withDefault(DynamicTraining.UNTIL, 0.75)
        .withDefault(ShareOfLeft.SHARE, 0.2)
        .withDefault(Selection.SCORE_IMAGES, 100)
        .withDefault(Selection.SCORE_BATCHES, 1)
        .withDefault(Selection.PRUNE_OUTPUT, Switch.OFF);
  }

  /** The key as the methods of {@code section} have it. */
  private static <T> Key<T> inSection(String section, Key<T> key) {
    return key.copy().section(section).key();
  }
}
