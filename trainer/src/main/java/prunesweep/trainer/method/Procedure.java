package prunesweep.trainer.method;

import java.util.Optional;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.Prune;

/**
 * Procedure of a method in one trial: asked at each turn, in order. It has a state of its own,
 * which begins anew with the first training.
 */
public interface Procedure extends Continuation, PruneHooks {

  /**
   * The name of the network in the tables at the end of a training: of the first one, and of each
   * further one that has no name of its own.
   */
  String trainedStage();

  /** Tells whether all is pruned that was asked for; asked when the method is done. */
  boolean hasReachedTarget();

  /**
   * A prune of the initial weights, before anything is trained; asked again after each one, until
   * there is none.
   */
  default Optional<Prune> beforeTraining(NetworkView network) {
    return Optional.empty();
  }

  /**
   * A network that the first training starts with instead.
   *
   * @param weights of it
   * @param mask held from the start
   */
  record Start(Next.Weights weights, Mask mask) {}

  /** The start of the first training, if not where the prunes before it have left the network. */
  default Optional<Start> start() {
    return Optional.empty();
  }

  /** Steps after which it is asked for a prune within the first training; 0 for never. */
  default int pruneEvery() {
    return 0;
  }

  /** Steps before which it looks at the network within the first training; 0 for never. */
  default int lookEvery() {
    return 0;
  }

  /**
   * Looks at the network before a step of the first training.
   *
   * @param step from 1
   * @param images the indices of its batch among the training images
   */
  default void beforeStep(int step, int[] images, NetworkView network) {}
}
