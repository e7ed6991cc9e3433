package prunesweep.trainer;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
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
  private static final String TRAINING = "training";

  static OpenTraining at(TrunkSpec trunk, Dataset dataset, Optional<Checkpoint> from) {
    Architecture network = Architecture.of(trunk.network(), dataset);
    MemoryNeed.of(trunk.training(), network).require(trunk);
    Progress start =
        from.filter(OpenTraining::goesOnHere)
            .map(Checkpoint::progress)
            .orElseGet(() -> beginning(trunk, dataset));
    TrainingEngine engine = Engines.create(network, trunk.training(), start.engine());
    return new OpenTraining(trunk, dataset, start, engine, new LowestLoss(start.lowest()));
  }

  /**
   * Deeplearning4j computes with OpenBLAS: what other kernels began would end otherwise than alone,
   * so it is begun anew.
   */
  private static boolean goesOnHere(Checkpoint from) {
    String here = OpenBlas.inUse().core();
    boolean goesOn =
        from.stage().trunk().training().engine() == Engine.VECTOR || from.blasKernel().equals(here);
    if (!goesOn) {
      LOG.warn(
          "Stage {} was trained with OpenBLAS kernels of {}, here run those of {}: nothing is"
              + " shared",
          from.stage().id(),
          from.blasKernel(),
          here);
    }
    return goesOn;
  }

  static Progress beginning(TrunkSpec trunk, Dataset dataset) {
    Parameters initial =
        GlorotUniform.initialise(
            trunk.network(), dataset.inputs(), dataset.classes(), trunk.seed());
    return Progress.none(EngineState.initial(initial));
  }

  /** Counters that go on from where the training stands. */
  RunningCounters counters(CounterSpec counter) {
    return new RunningCounters(
        CounterBatch.of(counter, dataset, trunk.seed()), start.counted(counter));
  }

  /** Trains to the end. */
  TrainingRun run(EpochEnd epochEnd) {
    return loop().run(TRAINING, trunk.seed(), epochEnd);
  }

  /** Trains until the running training accuracy of an epoch is {@code reached}, or to the end. */
  List<EpochResult> runUntil(DoublePredicate reached, EpochEnd epochEnd) {
    return loop().runUntil(reached, TRAINING, trunk.seed(), epochEnd);
  }

  private TrainingLoop loop() {
    TrainingLoop loop = new TrainingLoop(trunk.training(), dataset, engine, start.epochs(), lowest);
    return NuclearNormStep.addTo(loop, trunk.training(), engine);
  }

  /** A training of {@code engine} from its first epoch. */
  static TrainingLoop loop(
      TrainingSpec training, Dataset dataset, TrainingEngine engine, LowestLoss lowest) {
    TrainingLoop loop = new TrainingLoop(training, dataset, engine, List.of(), lowest);
    return NuclearNormStep.addTo(loop, training, engine);
  }

  @Override
  public void close() {
    engine.close();
  }
}
