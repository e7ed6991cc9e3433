package prunesweep.trainer.scope;

import java.util.List;

/**
 * What can be pruned of a network: its weights, or its units where units are pruned as a whole.
 *
 * @param layers how many each hidden layer has, input side first
 * @param all what a share of the whole network is taken of: all weights, those of the output layer
 *     among them; or all hidden units
 */
public record Population(List<Long> layers, long all) {
  public Population {
    layers = List.copyOf(layers);
  }

  /** What can be pruned in all. */
  public long prunable() {
    return layers.stream().mapToLong(Long::longValue).sum();
  }
}
