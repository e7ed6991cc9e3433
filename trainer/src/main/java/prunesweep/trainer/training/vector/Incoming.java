package prunesweep.trainer.training.vector;

/** The weights into a layer at work: the two products that each layer has. */
interface Incoming {

  /** Sets the layer's sums over its inputs, for the first {@code images} images. */
  void forward(int images);

  /** Adds the weight gradient of {@code images} images to what the layer's update takes it from. */
  void addGradient(int images);
}
