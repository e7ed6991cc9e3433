package prunesweep.trainer.training.vector;

import java.util.List;
import prunesweep.trainer.network.LayerInputs;

/** What a network's dense layers read: the features of a batch, or convolutions over them. */
sealed interface DenseInput permits FeatureInput, ConvolutionInput {

  /** The one before {@code reader}, the first dense layer of {@code network}. */
  static DenseInput of(
      Convolutions convolutions, LiveLayer reader, WholeNetwork network, int batchSize) {
    return convolutions.count() > 0
        ? new ConvolutionInput(convolutions, reader)
        : FeatureInput.of(network.layers().get(0), reader, batchSize);
  }

  /** Takes the images of a batch. */
  void load(ImageRun batch);

  /** The class of an image of the batch. */
  int label(int row);

  /** The products of the first dense layer with the images loaded last. */
  LayerProducts products();

  /** Computes what the first dense layer reads. */
  default void forward(int images) {}

  /**
   * Takes the gradients of the first dense layer further back and moves its own weights, before
   * that layer's weights move.
   */
  default void backward(UpdateStep step) {}

  /** Adds, for each unit of each of its own layers, the images for which it is active. */
  default void countActive(int images, List<int[]> counts) {}

  /**
   * Writes what its own layers and the first dense layer take from the images of {@code batch},
   * which were loaded last.
   *
   * @param inputs one matrix a layer of the network; an image's rows stand where it is in the order
   */
  void copyInputs(ImageRun batch, List<LayerInputs> inputs);

  /** The parameters of its own layers, input side first. */
  default List<LiveParameters> parameters() {
    return List.of();
  }
}
