package prunesweep.trainer.trial;

import java.util.List;
import prunesweep.trainer.key.Key;

/**
 * A list of what is kept of a trial beyond its figures.
 *
 * @param key the key that says it
 * @param choices all that can be in it
 * @param <T> the type of the choices
 */
public record Extra<T extends OfPruning>(Key<List<T>> key, List<T> choices) {

  public Extra {
    choices = List.copyOf(choices);
  }

  /** The names of those that are there only where something is pruned. */
  public List<String> needingPrune() {
    return choices.stream().filter(OfPruning::needsPrune).map(OfPruning::label).toList();
  }
}
