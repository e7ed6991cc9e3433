package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The weights of a hidden layer that are not zero.
 *
 * @param stage dense, pruned or retrained
 * @param layer from 1, input side first
 * @param inputs rows of the kernel
 * @param units columns of the kernel
 * @param pattern a bit a weight in flat order, lowest bit of the first byte first; 1 = not zero
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, read once.
public record HeatMapResult(String stage, int layer, int inputs, int units, byte[] pattern)
    implements Serializable {}
