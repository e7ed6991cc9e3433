package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One hidden layer at one stage.
 *
 * @param stage dense, pruned or retrained
 * @param layer from 1, input side first
 * @param inputs rows of the kernel
 * @param units columns of the kernel
 * @param nonzeroWeights weights that are not exactly zero
 * @param rank singular values above {@code rankTolerance}
 * @param rankTolerance largest singular value x max(inputs, units) x 2^-23
 * @param nuclearNorm sum of the singular values
 */
public record LayerResult(
    String stage,
    int layer,
    int inputs,
    int units,
    long nonzeroWeights,
    int rank,
    double rankTolerance,
    double nuclearNorm)
    implements Serializable {}
