package prunesweep.trainer.method;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.key.Chosen;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.TrainingSpec;

/** Time and way of pruning a network: the settings of a method, which answer for themselves. */
public interface Method extends Chosen, Serializable {

  /** The words in which this record is written: where a method has two, those that are older. */
  @Override
  Section<? extends Method> section();

  /** Tells whether anything is pruned. */
  default boolean prunes() {
    return !section().isBaseline();
  }

  /** Up to where a trial is one with the dense training of its seed. */
  StopPoint sharedUntil();

  /**
   * What trials of this method may have in common with others of it beyond the dense training: an
   * opening for the end of each further training, in order. None where nothing else is said.
   */
  default List<Opening> openings() {
    return List.of();
  }

  /** The share to prune, as the scope says of what; empty where nothing is pruned. */
  Optional<Double> target();

  /** The number of prunes, where the settings and the number of hidden layers say it. */
  Optional<Integer> plannedPrunes(int hiddenLayers);

  /**
   * Requires that it can prune anything within {@code training}.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if it could never prune
   */
  default void requireFits(TrainingSpec training) {}

  /**
   * Requires that {@code network} has as much to prune as the target asks for.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if it has less
   */
  default void requirePrunable(Architecture network) {}

  /** The procedure of one trial. */
  Procedure procedure(Setting setting);
}
