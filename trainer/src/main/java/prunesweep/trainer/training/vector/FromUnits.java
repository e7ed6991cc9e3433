package prunesweep.trainer.training.vector;

/** The weights of a later layer: from the units of the one before. */
final class FromUnits implements Incoming {

  private final VectorLayer before;
  private final VectorLayer layer;
  private final Product forward;
  private final Product backward;
  private final AddedProduct gradient;
  private final Terms images;

  FromUnits(VectorLayer before, VectorLayer layer) {
    this.before = before;
    this.layer = layer;
    forward =
        new Product(
            before.outputs,
            before.stride,
            layer.weights,
            layer.layout.rowStride(),
            layer.sums,
            layer.columnStride);
    backward =
        new Product(
            layer.weights,
            layer.layout.rowStride(),
            layer.columnGradientsByUnit,
            layer.batchStride,
            before.gradientsByUnit,
            layer.batchStride);
    gradient =
        new AddedProduct(
            before.outputs,
            layer.columnGradients,
            Lanes.TILE,
            layer.update.target(),
            layer.layout.rowStride(),
            layer.layout.panelStride());
    images = Terms.spaced(layer.batchStride, before.stride, layer.columnStride);
  }

  @Override
  public void forward(int images) {
    forward.replace(Lanes.wholeTiles(images), layer.columnStride, before.presentUnits());
  }

  /** Gives the layer before its gradients, unit by unit, as they are ahead of its ReLU. */
  void backward(int images) {
    multiplyBack(images);
    before.rectifyGradients(images);
  }

  /** The product alone. */
  void multiplyBack(int images) {
    backward.replace(before.stride, Lanes.padded(images), layer.computedUnits());
  }

  @Override
  public void addGradient(int count) {
    Factors factors = layer.update.factors(count);
    images.limit(count);
    for (int row = 0; row < before.stride; row += Lanes.ROWS) {
      gradient.addRows(row, layer.columnStride, row, images, factors);
    }
  }
}
