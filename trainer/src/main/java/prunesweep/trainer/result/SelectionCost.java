package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The cost of scoring, selecting and making the mask of one prune.
 *
 * @param seconds wall clock
 * @param bytes heap allocated by it
 */
public record SelectionCost(double seconds, long bytes) implements Serializable {}
