package prunesweep.trainer.training.vector;

/**
 * Sizes that a network decides for its layers.
 *
 * @param capacity most images at once
 * @param sparseBelow share of a layer's live weights, 0..1, below which those kept are worked on
 *     one by one
 */
record LiveSizes(int capacity, double sparseBelow) {}
