package prunesweep.trainer.training.vector;

/** The products of a layer of few weights: of those alone, to the same bits as those of all. */
final class SparseProducts implements LayerProducts {

  private final SparseInputs inputs;
  private final LiveLayer layer;
  private final ListedProduct forward;
  private final SlotGradient gradient;

  SparseProducts(SparseInputs inputs, LiveLayer layer, SlotLayout slots) {
    this.inputs = inputs;
    this.layer = layer;
    forward =
        new ListedProduct(
            layer.weights,
            inputs.byUnit(),
            layer.sumsByUnit,
            layer.batchStride,
            slots.intoColumns(inputs.unitStride()));
    gradient =
        new SlotGradient(slots, inputs.byImage(), layer.columnGradients, layer.update.target());
  }

  @Override
  public void forward(int images) {
    inputs.prepare(images);
    forward.replace(Lanes.padded(images));
  }

  @Override
  public void update(UpdateStep step) {
    inputs.prepareGradient(step.images());
    layer.update.open(0, layer.weights.length);
    MaskedFactor factor = layer.update.factor();
    for (int block = 0; block < gradient.blocks(); block++) {
      gradient.add(block, inputs.images(block), factor);
    }
    layer.update.move(0, layer.weights.length, step);
  }
}
