package prunesweep.driver.plan;

import prunesweep.driver.config.Point;
import prunesweep.driver.config.Settings;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.LocalScope;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Scope;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialSpec;

/** Makes the specs of trials out of points of a grid. */
final class TrialSpecs {

  private TrialSpecs() {}

  static TrialSpec of(Point point, String content, long seed) {
    return new TrialSpec(
        new DatasetSpec(point.value(Settings.DATASET_NAME), content),
        network(point),
        training(point),
        method(point),
        seed);
  }

  static NetworkSpec network(Point point) {
    return new NetworkSpec(point.value(Settings.HIDDEN), point.value(Settings.BIAS));
  }

  private static TrainingSpec training(Point point) {
    return new TrainingSpec(
        point.value(Settings.OPTIMIZER),
        point.value(Settings.LEARNING_RATE),
        point.value(Settings.BATCH_SIZE),
        point.value(Settings.MAX_EPOCHS),
        point.value(Settings.TARGET_ACCURACY),
        point.value(Settings.ENGINE));
  }

  private static MethodSpec method(Point point) {
    return switch (point.value(Settings.METHOD)) {
      case DENSE -> new DenseTraining();
      case ACTIVATION -> activation(point);
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
        point.value(Settings.FIRST_THRESHOLD));
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
