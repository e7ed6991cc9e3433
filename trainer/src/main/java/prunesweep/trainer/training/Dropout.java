package prunesweep.trainer.training;

/**
 * What one step leaves out of the hidden layers of units, by inverted dropout: outputs are set to
 * zero, and those that stay are scaled up (Srivastava et al., Dropout: a simple way to prevent
 * neural networks from overfitting, 2014, sections 4 and 10).
 */
@FunctionalInterface
public interface Dropout {

  /**
   * What the outputs of a hidden layer of units are multiplied with, and so their gradients.
   *
   * @param layer its place among all layers of the network, from 0
   * @param images of the step's batch
   * @param units of the layer, those that are pruned too
   * @return one row of units an image
   */
  float[] factors(int layer, int images, int units);
}
