package prunesweep.driver.cli;

import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialSpec;

/** What a trial does, in a few words. */
final class TrialLabel {

  private TrialLabel() {}

  static String of(TrialSpec spec) {
    if (spec.method() instanceof ActivationPruning pruning) {
      String cycles =
          pruning.scope() instanceof GlobalScope global ? " cycles=" + global.cycles() : "";
      return "%s %s%s target=%s"
          .formatted(pruning.scope().label(), pruning.score().label(), cycles, pruning.target());
    }
    return spec.method().label();
  }

  static String training(TrainingSpec training) {
    return "%s lr=%s batch=%d epochs<=%d accuracy<%s %s"
        .formatted(
            training.optimizer().label(),
            training.learningRate(),
            training.batchSize(),
            training.maxEpochs(),
            training.targetAccuracy(),
            training.engine().label());
  }
}
