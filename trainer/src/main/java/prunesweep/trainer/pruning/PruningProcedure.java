package prunesweep.trainer.pruning;

import java.util.Optional;
import prunesweep.trainer.network.NetworkView;

/** Decides after each epoch whether to prune now, and what; one procedure a training run. */
public sealed interface PruningProcedure permits GlobalActivation, LocalActivation {

  /**
   * Called once after each epoch, in order; at most one prune an epoch.
   *
   * @param epoch the epoch that ended, from 1
   * @param trainAccuracy its running training accuracy, 0..1
   * @param network the network as it is now
   */
  Optional<Prune> afterEpoch(int epoch, double trainAccuracy, NetworkView network);
}
