package prunesweep.trainer.training.vector;

/**
 * One step of a training.
 *
 * @param images the images of its batch
 * @param number of the steps made with this one, from 1
 * @param rate the step size
 */
record UpdateStep(int images, int number, double rate) {}
