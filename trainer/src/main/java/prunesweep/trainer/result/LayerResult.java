package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One hidden layer at one stage.
 *
 * @param stage dense, pruned or retrained
 * @param layer from 1, input side first
 * @param inputs rows of the kernel
 * @param units columns of the kernel
 * @param places where of an image it is applied: 1 but for convolutions
 * @param nonzeroWeights weights that are not exactly zero
 * @param rank singular values above {@code rankTolerance}
 * @param rankTolerance largest singular value x max(inputs, units) x 2^-23
 * @param nuclearNorm sum of the singular values
 * @param effectiveRank exp of the entropy of the singular values over their sum
 * @param stableRank sum of the squared singular values over the largest squared
 */
public record LayerResult(
    String stage,
    int layer,
    int inputs,
    int units,
    int places,
    long nonzeroWeights,
    int rank,
    double rankTolerance,
    double nuclearNorm,
    double effectiveRank,
    double stableRank)
    implements Serializable {

  /** Two floating-point operations a non-zero weight and place, in thousands. */
  public double kiloFlops() {
    return 2 * nonzeroWeights * places / 1000.0;
  }
}
