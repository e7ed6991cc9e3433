package prunesweep.driver.cli;

import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.OneShotPruning;
import prunesweep.trainer.spec.RetrainingMode;
import prunesweep.trainer.spec.RetrainingSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.spec.WithinLayer;

/** What a trial does, in a few words. */
final class TrialLabel {

  private TrialLabel() {}

  static String of(TrialSpec spec) {
    return method(spec.method()) + retraining(spec.retraining());
  }

  private static String method(MethodSpec method) {
    if (method instanceof ActivationPruning pruning) {
      return activation(pruning);
    }
    if (method instanceof MagnitudePruning pruning) {
      return "magnitude target=%s every=%d epochs=%d"
          .formatted(pruning.target(), pruning.every(), pruning.epochs());
    }
    if (method instanceof OneShotPruning pruning) {
      return "one-shot %s target=%s".formatted(pruning.granularity().label(), pruning.share());
    }
    return method.label();
  }

  private static String activation(ActivationPruning pruning) {
    String cycles =
        pruning.scope() instanceof GlobalScope global ? " cycles=" + global.cycles() : "";
    String within =
        pruning.withinLayer() == WithinLayer.SCORE
            ? ""
            : " within-layer=" + pruning.withinLayer().label();
    return "%s %s%s target=%s%s"
        .formatted(
            pruning.scope().label(), pruning.score().label(), cycles, pruning.target(), within);
  }

  private static String retraining(RetrainingSpec retraining) {
    if (!retraining.isAsked()) {
      return "";
    }
    String epoch =
        retraining.mode() == RetrainingMode.REWOUND ? " to=" + retraining.rewindEpoch() : "";
    return ", then %s%s".formatted(retraining.mode().label(), epoch);
  }

  static String training(TrainingSpec training) {
    return "%s lr=%s batch=%d epochs<=%d accuracy<%s %s%s%s"
        .formatted(
            training.optimizer().label(),
            training.learningRate(),
            training.batchSize(),
            training.maxEpochs(),
            training.targetAccuracy(),
            training.engine().label(),
            training.earlyStop() == EarlyStop.ON ? "" : " no-early-stopping",
            nuclearNorm(training.nuclearNorm()));
  }

  private static String nuclearNorm(NuclearNormSpec norm) {
    return norm.isAsked()
        ? " nuclear-norm=%s:%s:%d".formatted(norm.strength(), norm.weights().label(), norm.every())
        : "";
  }
}
