package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * Figures of the singular values of a weight matrix.
 *
 * @param rank those above {@code rankTolerance}
 * @param rankTolerance the largest x max(inputs, units) x 2^-23
 * @param norms of the matrix
 * @param effectiveRank exp of the entropy of the values over their sum
 * @param stableRank sum of the squares over the largest square
 */
public record Spectrum(
    int rank, double rankTolerance, Norms norms, double effectiveRank, double stableRank)
    implements Serializable {

  /**
   * Norms of a matrix that its singular values give.
   *
   * @param nuclear their sum
   * @param spectral the largest
   * @param frobenius the root of the sum of their squares, and of those of the weights
   */
  public record Norms(double nuclear, double spectral, double frobenius) implements Serializable {}
}
