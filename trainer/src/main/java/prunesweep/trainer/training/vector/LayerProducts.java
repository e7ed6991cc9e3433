package prunesweep.trainer.training.vector;

/** The two products that every layer makes with its weights or for them. */
interface LayerProducts {

  /** Sets the layer's sums over its inputs, for the first {@code images} images. */
  void forward(int images);

  /** Adds the weight gradient of {@code images} images to what the layer's update takes it from. */
  void addGradient(int images);

  /** The products of {@code layer}, whose inputs are the outputs of {@code before}. */
  static LayerProducts of(UnitOutputs before, LiveLayer layer) {
    return layer.slots == null
        ? new LaterLayerProducts(before, layer)
        : new SparseProducts(new OutputsBefore(before, layer), layer, layer.slots);
  }
}
