package prunesweep.trainer.method;

import java.util.List;
import prunesweep.trainer.key.Key;

/**
 * Opening of a method's course, from the end of the dense training to the end of a further one:
 * trials that differ in nothing but the {@code open} keys and have equal openings go one way until
 * then, bit for bit.
 *
 * @param phase what that training is called in the table of epochs
 * @param amounts words for how much is pruned until then
 * @param open keys that decide nothing else until then
 */
public record Opening(String phase, String amounts, List<Key<?>> open) {

  public Opening {
    open = List.copyOf(open);
  }
}
