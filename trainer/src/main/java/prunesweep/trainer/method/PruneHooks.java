package prunesweep.trainer.method;

import java.util.Optional;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.Prune;

/** Hooks of a training, at which a network can be pruned; none is where nothing else is said. */
public interface PruneHooks {

  /** Those of a training that only trains. */
  PruneHooks NONE = new PruneHooks() {};

  /**
   * A prune within a training, where {@link Next.Train} asked for any.
   *
   * @param step of this training, from 1
   */
  default Optional<Prune> afterSteps(int step, NetworkView network) {
    return Optional.empty();
  }

  /**
   * A prune between two epochs; not asked after the last epoch of a training.
   *
   * @param epoch the epoch that ended, from 1
   * @param trainAccuracy its running training accuracy, 0..1
   */
  default Optional<Prune> afterEpoch(int epoch, double trainAccuracy, NetworkView network) {
    return Optional.empty();
  }
}
