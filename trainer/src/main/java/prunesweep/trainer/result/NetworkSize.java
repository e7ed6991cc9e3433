package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The size of a network.
 *
 * @param weights kernel weights of all layers, output included, biases not
 * @param nonzeroWeights those that are not exactly zero
 * @param flops floating-point operations of one image: two a non-zero weight and place
 */
public record NetworkSize(long weights, long nonzeroWeights, long flops) implements Serializable {

  /** Zero weights over all weights, 0..1. */
  public double sparsity() {
    return (weights - nonzeroWeights) / (double) weights;
  }

  /** All weights over non-zero weights, at least 1. */
  public double compressionRatio() {
    return weights / (double) nonzeroWeights;
  }

  /** Floating-point operations of one image, in thousands. */
  public double kiloFlops() {
    return flops / 1000.0;
  }
}
