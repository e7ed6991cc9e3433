package prunesweep.trainer.training;

import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.TrainingSpec;

/** Chooses what steps a network. */
@FunctionalInterface
public interface EngineFactory {

  /** An engine for {@code network} that starts from the parameters {@code initial}. */
  TrainingEngine create(NetworkSpec network, TrainingSpec training, Parameters initial);
}
