package prunesweep.trainer;

import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.dl4j.Dl4jEngine;
import prunesweep.trainer.training.vector.VectorEngine;
import prunesweep.trainer.trial.TrialSpec;

/** The engine a training spec names. */
public final class Engines {

  private Engines() {}

  /** The engine, going on from {@code start}. */
  static TrainingEngine create(Architecture network, TrainingSpec training, EngineState start) {
    TrainingEngine engine = create(network, training, start.parameters());
    engine.restore(start);
    return engine;
  }

  /** An engine for the network of {@code spec} on {@code dataset}, from {@code initial} on. */
  static TrainingEngine create(TrialSpec spec, Dataset dataset, Parameters initial) {
    return create(Architecture.of(spec.network(), dataset), spec.training(), initial);
  }

  /** An engine for {@code network} that starts from the parameters {@code initial}. */
  public static TrainingEngine create(
      Architecture network, TrainingSpec training, Parameters initial) {
    return switch (training.engine()) {
      case VECTOR -> new VectorEngine(network, training, initial);
      case DL4J -> new Dl4jEngine(network, training, initial);
    };
  }
}
