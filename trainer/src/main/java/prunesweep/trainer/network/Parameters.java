package prunesweep.trainer.network;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * All parameters of a network, input side first; the last layer is the output layer.
 *
 * @param kernels the weight matrix of each layer
 * @param biases the biases of each layer, one a unit; empty arrays in a network without biases
 */
public record Parameters(List<Kernel> kernels, List<float[]> biases) implements Serializable {

  public Parameters {
    kernels = List.copyOf(kernels);
    biases = List.copyOf(biases);
  }

  /** The kernels of the layers that {@code mask} is for, of the hidden ones where there is none. */
  public List<Kernel> masked(Optional<Mask> mask) {
    return mask.map(held -> kernels.subList(0, held.kept().size())).orElseGet(this::hidden);
  }

  /** The kernels of the hidden layers. */
  public List<Kernel> hidden() {
    return kernels.subList(0, kernels.size() - 1);
  }

  /** The kernel of the output layer. */
  public Kernel output() {
    return kernels.get(kernels.size() - 1);
  }

  /** Weights of all kernels, zeros included; biases are not counted. */
  public long weights() {
    return kernels.stream().mapToLong(Kernel::size).sum();
  }

  /** Weights of all kernels that are not exactly zero. */
  public long nonZeroWeights() {
    return kernels.stream().mapToLong(Kernel::nonZeroWeights).sum();
  }

  /** Zero weights over all weights, 0..1. */
  public double sparsity() {
    return (weights() - nonZeroWeights()) / (double) weights();
  }
}
