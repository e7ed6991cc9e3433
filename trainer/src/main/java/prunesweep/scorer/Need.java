package prunesweep.scorer;

/** Knowledge that a scorer needs of a network beside its weights; it is given exactly that. */
public enum Need {
  /** Nothing: nothing is counted or computed for it. */
  NOTHING,
  /** The activation counter of each unit, over images as the keys {@code counter...} say. */
  COUNTERS,
  /** The values that each layer takes on batches of training images. */
  INPUTS,
  /** The gradient of the loss with respect to each weight, of batches of training images. */
  GRADIENTS,
  /** The mean of the squared gradients of single images, of batches of training images. */
  SQUARED_GRADIENTS,
  /**
   * The Hessian of the loss times its gradient, over all images of batches of training images; not
   * of networks with convolutions.
   */
  HESSIAN_GRADIENT
}
