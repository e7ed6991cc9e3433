package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * Figures of the singular values of a weight matrix.
 *
 * @param rank those above {@code rankTolerance}
 * @param rankTolerance the largest x max(inputs, units) x 2^-23
 * @param nuclearNorm their sum
 * @param effectiveRank exp of the entropy of the values over their sum
 * @param stableRank sum of the squares over the largest square
 */
public record Spectrum(
    int rank, double rankTolerance, double nuclearNorm, double effectiveRank, double stableRank)
    implements Serializable {}
