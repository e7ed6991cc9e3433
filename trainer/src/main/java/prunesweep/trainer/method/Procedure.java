package prunesweep.trainer.method;

import java.util.Optional;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.Prune;

/**
 * Procedure of a method in one trial: asked at each turn, in order. It has a state of its own,
 * which begins anew with the first training.
 */
public interface Procedure extends Continuation {

  /** What the network is called in the tables at the end of the first training. */
  String firstStage();

  /** Whether all is pruned that was asked for; asked when the method is done. */
  boolean hasReachedTarget();

  /**
   * A prune of the initial weights, before anything is trained; asked again after each one, until
   * there is none.
   */
  default Optional<Prune> beforeTraining(NetworkView network) {
    return Optional.empty();
  }

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
