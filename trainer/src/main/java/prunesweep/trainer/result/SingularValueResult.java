package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One singular value of a hidden layer around a prune.
 *
 * @param cycle the prune, from 1
 * @param moment before or after it
 * @param layer from 1, input side first
 * @param position from 1, largest first
 * @param value at least 0
 */
public record SingularValueResult(int cycle, String moment, int layer, int position, double value)
    implements Serializable {}
