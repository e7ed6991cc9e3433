package prunesweep.trainer.method;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.spec.TrainingSpec;

/** Answer to what comes after a training: nothing, a prune, or another training. */
public sealed interface Next {

  /** Nothing. */
  record Done() implements Next {}

  /**
   * A prune without a training after it.
   *
   * @param prune what goes
   * @param epoch after which it happens
   * @param stage what the network is then called in the tables
   */
  record Cut(Prune prune, int epoch, String stage) implements Next {}

  /**
   * A further training, from its first epoch.
   *
   * @param phase what it is called in the table of epochs; its order of images derives from it
   * @param stage what the network is called at its end; null where the procedure says it then
   * @param weights where it starts
   * @param mask held from the start, if any; where the network goes on the one it has stays too
   * @param training by which protocol
   * @param pruneEvery steps after which the procedure is asked for a prune; 0 for never
   */
  record Train(
      String phase,
      @Nullable String stage,
      Weights weights,
      Optional<Mask> mask,
      TrainingSpec training,
      int pruneEvery)
      implements Next {}

  /** Weights that a further training starts from. */
  sealed interface Weights {

    /** Those the network has, its optimiser going on. */
    record GoingOn() implements Weights {}

    /** Those the network has, its optimiser begun anew. */
    record Copied() implements Weights {}

    /**
     * Those of the dense training of the same seed.
     *
     * @param epoch after which epoch; 0 for the initial ones
     */
    record OfDenseTraining(int epoch) implements Weights {}

    /**
     * New random ones.
     *
     * @param stream the name of their random stream
     */
    record Initial(String stream) implements Weights {}
  }
}
