package prunesweep.trainer.training.vector;

/** The values that a layer of few weights takes from a batch, in the orders of its products. */
interface SparseInputs {

  /** One row an input, one column an image. */
  float[] byUnit();

  /** From row to row of {@link #byUnit}. */
  int unitStride();

  /** Makes {@link #byUnit} ready for the first {@code images} images, rounded up. */
  void prepare(int images);

  /** One row an image, one column an input, padded to whole vectors. */
  float[] byImage();

  /** Makes the rows and lists of the weight gradient ready for {@code images} images. */
  void prepareGradient(int images);

  /** The images of which the inputs in vector {@code block} of a row are not all zero. */
  TermOffsets images(int block);
}
