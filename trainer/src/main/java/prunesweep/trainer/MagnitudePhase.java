package prunesweep.trainer;

import prunesweep.trainer.pruning.GradualMagnitude;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.BetweenSteps;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;

/** Training on from a trained network for a set number of epochs, with prunes within them. */
final class MagnitudePhase implements BetweenSteps {

  private static final String PHASE = "pruning";

  private final MagnitudePruning method;
  private final OpenTraining training;
  private final PruneRecorder recorder;
  private final int stepsAnEpoch;
  private final GradualMagnitude procedure;

  MagnitudePhase(MagnitudePruning method, OpenTraining training, PruneRecorder recorder) {
    this.method = method;
    this.training = training;
    this.recorder = recorder;
    int images = training.dataset().training().count();
    int batch = training.trunk().training().batchSize();
    stepsAnEpoch = (images + batch - 1) / batch;
    procedure = new GradualMagnitude(method, Math.multiplyExact(stepsAnEpoch, method.epochs()));
  }

  /** Trains all its epochs: neither accuracy nor loss ends it. */
  TrainingRun run() {
    TrainingSpec spec = training.trunk().training();
    TrainingSpec whole =
        new TrainingSpec(
            spec.optimizer(),
            spec.learningRate(),
            spec.batchSize(),
            method.epochs(),
            1,
            spec.engine(),
            EarlyStop.OFF,
            spec.nuclearNorm());
    TrainingLoop loop = training.loop(whole).with(this);
    return loop.run(PHASE, training.trunk().seed(), (epoch, trainAccuracy) -> {});
  }

  @Override
  public int every() {
    return method.every();
  }

  @Override
  public void after(int step) {
    int epoch = (step - 1) / stepsAnEpoch + 1;
    recorder.apply(procedure.next(training.engine()), epoch, Double.NaN);
  }
}
