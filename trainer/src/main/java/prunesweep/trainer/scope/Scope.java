package prunesweep.trainer.scope;

import java.io.Serializable;
import java.util.List;
import prunesweep.trainer.key.Chosen;
import prunesweep.trainer.key.Section;

/** Scope of a prune: the weights or units that compete with each other. */
public interface Scope extends Chosen, Serializable {

  @Override
  Section<? extends Scope> section();

  /**
   * The cuts of prune {@code prune}, from 1. They follow from what is gone after it and after those
   * before it, unless this {@linkplain #isLayerByLayer goes layer by layer}.
   */
  List<Cut> cuts(int prune, Amounts amounts, Population population);

  /**
   * Requires that there is as much to prune as is asked for in all.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if there is less
   */
  default void requirePrunable(Amounts amounts, Population population) {}

  /**
   * Tells whether it takes one hidden layer at each prune, so that there are as many prunes as
   * layers.
   */
  default boolean isLayerByLayer() {
    return false;
  }
}
