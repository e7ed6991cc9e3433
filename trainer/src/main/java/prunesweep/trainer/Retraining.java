package prunesweep.trainer;

import java.util.Optional;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.InvalidSpecException;
import prunesweep.trainer.spec.RetrainingMode;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.spec.TrunkSpec;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;

/**
 * The training after the pruning (protocol, section 7), from the weights and with the mask that its
 * mode asks for.
 */
final class Retraining {

  private static final String PHASE = "retraining";
  private static final String NEW_WEIGHTS = "reinitialise";

  private final TrialSpec spec;
  private final Dataset dataset;
  private final StageRecorder recorder;

  Retraining(TrialSpec spec, Dataset dataset, StageRecorder recorder) {
    this.spec = spec;
    this.dataset = dataset;
    this.recorder = recorder;
  }

  /** Retrains the network {@code pruned}. */
  TrainingRun run(Parameters pruned) {
    try (TrainingEngine engine = Engines.create(spec, dataset, start(pruned))) {
      if (spec.retraining().mode() != RetrainingMode.FREE) {
        engine.hold(Mask.ofNonZero(pruned.hidden()));
      }
      LowestLoss lowest = new LowestLoss();
      TrainingLoop loop = OpenTraining.loop(spec.training(), dataset, engine, lowest);
      TrainingRun run = loop.run(PHASE, spec.seed(), (epoch, trainAccuracy) -> {});
      recorder.trained("retrained", run, engine, lowest);
      return run;
    }
  }

  private Parameters start(Parameters pruned) {
    return switch (spec.retraining().mode()) {
      case NONE -> throw new IllegalStateException("No retraining is asked for");
      case FREE, MASKED -> pruned;
      case REWOUND -> afterEpoch(spec.retraining().rewindEpoch());
      case REINITIALISED ->
          GlorotUniform.initialise(
              spec.network(), dataset.inputs(), dataset.classes(), spec.seed(), NEW_WEIGHTS);
    };
  }

  /** The dense training again, up to {@code epoch}: the same bits as the first time. */
  private Parameters afterEpoch(int epoch) {
    TrunkSpec trunk = spec.trunk();
    if (epoch == 0) {
      return OpenTraining.beginning(trunk, dataset).engine().parameters();
    }
    try (OpenTraining dense = OpenTraining.at(trunk.upTo(epoch), dataset, Optional.empty())) {
      TrainingRun run = dense.run((done, trainAccuracy) -> {});
      if (run.last().epoch() < epoch) {
        throw new InvalidSpecException(
            "rewind-epoch",
            "at most %d, the last epoch of the dense training".formatted(run.last().epoch()),
            epoch);
      }
      return dense.engine().parameters();
    }
  }
}
