package prunesweep.trainer.training.vector;

/** The two products that every layer makes with its weights or for them. */
interface LayerProducts {

  /** Sets the layer's sums over its inputs, for the first {@code images} images. */
  void forward(int images);

  /** Makes the weight gradient of the images of {@code step}, and has the layer's update use it. */
  void update(UpdateStep step);

  /** The products of {@code layer}, whose inputs are the outputs of {@code before}. */
  static LayerProducts of(UnitOutputs before, LiveLayer layer) {
    return layer.slots == null
        ? new LaterLayerProducts(before, layer)
        : new SparseProducts(new OutputsBefore(before, layer), layer, layer.slots);
  }
}
