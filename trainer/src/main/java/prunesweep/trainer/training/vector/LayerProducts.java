package prunesweep.trainer.training.vector;

/** The two products that every layer makes with its weights or for them. */
interface LayerProducts {

  /** Sets the layer's sums over its inputs, for the first {@code images} images. */
  void forward(int images);

  /** Adds the weight gradient of {@code images} images to what the layer's update takes it from. */
  void addGradient(int images);
}
