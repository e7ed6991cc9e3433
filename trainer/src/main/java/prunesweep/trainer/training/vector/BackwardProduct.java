package prunesweep.trainer.training.vector;

/** The product that makes the gradients of the outputs of the layer before. */
@FunctionalInterface
interface BackwardProduct {

  /** Sets the gradients of {@code images} images, unit by unit, ahead of the ReLU. */
  void multiply(int images);

  /** The product of {@code layer}, whose inputs are the outputs of {@code before}. */
  static BackwardProduct of(UnitOutputs before, LiveLayer layer) {
    SlotLayout slots = layer.slots;
    if (slots == null) {
      return tiles(before, layer);
    }
    ListedProduct product =
        new ListedProduct(
            layer.weights,
            layer.columnGradientsByUnit,
            before.gradientsByUnit,
            before.batchStride,
            slots.outOfRows(before.units, layer.batchStride));
    return images -> product.replace(Lanes.padded(images));
  }

  private static BackwardProduct tiles(UnitOutputs before, LiveLayer layer) {
    Product product =
        new Product(
            layer.weights, layer.columnGradientsByUnit, before.gradientsByUnit, layer.batchStride);
    TermOffsets columns = new TermOffsets(layer.computedUnits());
    for (int column = 0; column < layer.computedUnits(); column++) {
      columns.add(layer.layout.at(0, column), column * layer.batchStride);
    }
    int units = Lanes.wholeTiles(before.units);
    return images -> product.replace(units, Lanes.padded(images), columns);
  }
}
