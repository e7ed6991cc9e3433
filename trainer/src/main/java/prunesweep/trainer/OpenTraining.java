package prunesweep.trainer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.InitialParameters;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrunkSpec;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;

/**
 * A network about to train on from where it stands: at its initial parameters or at a checkpoint.
 *
 * @param trunk what is trained
 * @param dataset on what
 * @param start where it stands
 * @param engine the network there
 * @param lowest where its validation loss is lowest
 */
record OpenTraining(
    TrunkSpec trunk, Dataset dataset, Progress start, TrainingEngine engine, LowestLoss lowest)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenTraining.class);

  /** What the first training is called. */
  static final String TRAINING = "training";

  static OpenTraining at(TrunkSpec trunk, Dataset dataset, Optional<Checkpoint> from) {
    return from(trunk, dataset, from.filter(OpenTraining::goesOnHere).map(Checkpoint::progress));
  }

  /** A training that stands at {@code progress}, or at its initial parameters. */
  static OpenTraining from(TrunkSpec trunk, Dataset dataset, Optional<Progress> progress) {
    Architecture network = Architecture.of(trunk.network(), dataset);
    MemoryNeed.of(trunk.training(), network).require(trunk);
    Progress start = progress.orElseGet(() -> beginning(trunk, dataset));
    TrainingEngine engine = Engines.create(network, trunk.training(), start.engine());
    return new OpenTraining(trunk, dataset, start, engine, new LowestLoss(start.lowest()));
  }

  /**
   * Deeplearning4j computes with OpenBLAS: what other kernels began would end otherwise than alone,
   * so it is begun anew.
   */
  static boolean goesOnHere(Checkpoint from) {
    boolean goesOn = goesOnHere(from.stage().trunk().training(), from.blasKernel());
    if (!goesOn) {
      LOG.warn(
          "Stage {} was trained with OpenBLAS kernels of {}, here run those of {}: nothing is"
              + " shared",
          from.stage().id(),
          from.blasKernel(),
          OpenBlas.inUse().core());
    }
    return goesOn;
  }

  /** Whether what was trained with the kernels of {@code core} goes on alike here. */
  static boolean goesOnHere(TrainingSpec training, String core) {
    return training.engine() == Engine.VECTOR || core.equals(OpenBlas.inUse().core());
  }

  static Progress beginning(TrunkSpec trunk, Dataset dataset) {
    Parameters initial =
        InitialParameters.initialise(
            trunk.network(), dataset.inputs(), dataset.classes(), trunk.seed());
    return Progress.none(EngineState.initial(initial));
  }

  /** Counters that go on from where the training stands. */
  RunningCounters counters(CounterSpec counter) {
    return new RunningCounters(
        CounterBatch.of(counter, dataset, trunk.seed()), start.counted(counter));
  }

  /**
   * Trains to the end.
   *
   * @param phase what the training is called
   * @param watch hears of all epochs so far at the end of each
   */
  TrainingRun run(String phase, Consumer<List<EpochResult>> watch) {
    return loop(watch).run(phase, trunk.seed(), (epoch, trainAccuracy) -> {});
  }

  /**
   * Trains until the running training accuracy of an epoch is {@code reached}, or to the end.
   *
   * @param watch hears of all epochs so far at the end of each
   */
  List<EpochResult> runUntil(
      DoublePredicate reached, EpochEnd epochEnd, Consumer<List<EpochResult>> watch) {
    return loop(watch).runUntil(reached, TRAINING, trunk.seed(), epochEnd);
  }

  private TrainingLoop loop(Consumer<List<EpochResult>> watch) {
    return loop(trunk.training(), dataset, engine, start.epochs(), lowest).watchedBy(watch);
  }

  /** A training of {@code engine} that goes on after the epochs {@code before}. */
  static TrainingLoop loop(
      TrainingSpec training,
      Dataset dataset,
      TrainingEngine engine,
      List<EpochResult> before,
      LowestLoss lowest) {
    TrainingLoop loop = new TrainingLoop(training, dataset, engine, before, lowest);
    return NuclearNormStep.addTo(loop, training, engine);
  }

  @Override
  public void close() {
    engine.close();
  }
}
