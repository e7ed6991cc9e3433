package prunesweep.trainer.scope;

import java.util.List;

/**
 * Population that can be pruned of a network: its weights, or its units where units are pruned as a
 * whole.
 *
 * @param layers how many each layer that can be pruned has, input side first
 * @param all what a share of the whole network is taken of: all weights, those of the output layer
 *     among them; or all hidden units
 * @param dimensions the sizes of the dimensions of each of these layers' weights added up, as
 *     {@code Layer.dimensions} says; empty where units are pruned, which have none
 */
public record Population(List<Long> layers, long all, List<Long> dimensions) {
  public Population {
    layers = List.copyOf(layers);
    dimensions = List.copyOf(dimensions);
  }

  /** The amount that can be pruned in all. */
  public long prunable() {
    return layers.stream().mapToLong(Long::longValue).sum();
  }
}
