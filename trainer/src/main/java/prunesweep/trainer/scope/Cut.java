package prunesweep.trainer.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers whose weights or units compete at a prune, and how many of them go.
 *
 * @param layers their indices among the layers that can be pruned, from 0, in order
 * @param count how many go, of all of them together
 */
public record Cut(List<Integer> layers, long count) {
  public Cut {
    layers = List.copyOf(layers);
  }

  /** The cuts of two prunes made at once: where the same layers compete, both counts go. */
  public static List<Cut> merged(List<Cut> some, List<Cut> others) {
    Map<List<Integer>, Long> counts = new LinkedHashMap<>();
    some.forEach(cut -> counts.merge(cut.layers, cut.count, Long::sum));
    others.forEach(cut -> counts.merge(cut.layers, cut.count, Long::sum));
    return counts.entrySet().stream()
        .map(entry -> new Cut(entry.getKey(), entry.getValue()))
        .toList();
  }
}
