package prunesweep.driver.plan;

import java.util.List;
import prunesweep.driver.config.MethodName;
import prunesweep.driver.config.Point;
import prunesweep.driver.config.ScopeName;
import prunesweep.driver.config.Settings;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Analysis;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.LocalScope;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.OneShotPruning;
import prunesweep.trainer.spec.RetrainingMode;
import prunesweep.trainer.spec.RetrainingSpec;
import prunesweep.trainer.spec.Scope;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.spec.WithinLayer;

/** Makes the specs of trials out of points of a grid. */
final class TrialSpecs {

  private TrialSpecs() {}

  static TrialSpec of(Point point, String content, long seed) {
    return new TrialSpec(
        new DatasetSpec(
            point.value(Settings.DATASET_NAME), content, point.value(Settings.NORMALISATION)),
        network(point),
        training(point),
        method(point),
        retraining(point),
        analyses(point),
        seed);
  }

  static NetworkSpec network(Point point) {
    return new NetworkSpec(
        point.value(Settings.CONVOLUTIONS),
        point.value(Settings.HIDDEN),
        point.value(Settings.BIAS));
  }

  private static TrainingSpec training(Point point) {
    return new TrainingSpec(
        point.value(Settings.OPTIMIZER),
        point.value(Settings.LEARNING_RATE),
        point.value(Settings.BATCH_SIZE),
        point.value(Settings.MAX_EPOCHS),
        point.value(Settings.TARGET_ACCURACY),
        point.value(Settings.ENGINE),
        point.value(Settings.EARLY_STOPPING),
        nuclearNorm(point));
  }

  /** Weights and steps of a norm that is not asked for make no other trial. */
  private static NuclearNormSpec nuclearNorm(Point point) {
    double strength = point.value(Settings.NUCLEAR_NORM);
    return strength == 0
        ? NuclearNormSpec.NONE
        : new NuclearNormSpec(
            strength,
            point.value(Settings.NUCLEAR_NORM_WEIGHTS),
            point.value(Settings.NUCLEAR_NORM_EVERY));
  }

  /** What the defaults ask for of pruned networks says nothing of a dense one. */
  private static RetrainingSpec retraining(Point point) {
    RetrainingMode mode = isDense(point) ? RetrainingMode.NONE : point.value(Settings.RETRAINING);
    boolean rewinds = mode == RetrainingMode.REWOUND;
    return new RetrainingSpec(mode, rewinds ? point.value(Settings.REWIND_EPOCH) : 0);
  }

  private static List<Analysis> analyses(Point point) {
    return point.value(Settings.ANALYSES).stream()
        .filter(analysis -> !isDense(point) || !analysis.needsPrune())
        .toList();
  }

  private static boolean isDense(Point point) {
    return point.value(Settings.METHOD) == MethodName.DENSE;
  }

  private static MethodSpec method(Point point) {
    return switch (point.value(Settings.METHOD)) {
      case DENSE -> new DenseTraining();
      case ACTIVATION -> activation(point);
      case MAGNITUDE ->
          new MagnitudePruning(
              point.value(Settings.TARGET),
              point.value(Settings.EVERY),
              point.value(Settings.EPOCHS));
      case ONE_SHOT ->
          new OneShotPruning(point.value(Settings.GRANULARITY), point.value(Settings.TARGET));
    };
  }

  private static ActivationPruning activation(Point point) {
    return new ActivationPruning(
        scope(point),
        point.value(Settings.SCORE),
        point.value(Settings.COUNTER),
        point.value(Settings.COUNTER_SOURCE),
        point.value(Settings.COUNTER_BATCH),
        point.value(Settings.TARGET),
        point.value(Settings.FIRST_THRESHOLD),
        withinLayer(point));
  }

  private static WithinLayer withinLayer(Point point) {
    return point.value(Settings.SCOPE) == ScopeName.GLOBAL
        ? point.value(Settings.WITHIN_LAYER)
        : WithinLayer.SCORE;
  }

  private static Scope scope(Point point) {
    return switch (point.value(Settings.SCOPE)) {
      case GLOBAL ->
          new GlobalScope(
              point.value(Settings.CYCLES),
              point.value(Settings.DECAY),
              point.value(Settings.COUNTER_MODE));
      case LOCAL -> new LocalScope();
    };
  }
}
