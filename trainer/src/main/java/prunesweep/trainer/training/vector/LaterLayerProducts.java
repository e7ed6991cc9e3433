package prunesweep.trainer.training.vector;

import java.util.Arrays;

/** The products of a later layer, whose inputs are units. */
final class LaterLayerProducts implements LayerProducts {

  private final UnitOutputs before;
  private final LiveLayer layer;
  private final AddedProduct forward;
  private final TermOffsets inputs;
  private final AddedProduct gradient;
  private final TermOffsets images;

  LaterLayerProducts(UnitOutputs before, LiveLayer layer) {
    this.before = before;
    this.layer = layer;
    forward =
        new AddedProduct(
            layer.weights,
            before.outputsByUnit,
            Lanes.TILE,
            layer.sumsByUnit,
            layer.batchStride,
            Lanes.TILE);
    inputs = TermOffsets.spaced(before.units, Lanes.TILE, layer.batchStride);
    gradient =
        new AddedProduct(
            before.outputs,
            layer.columnGradients,
            Lanes.TILE,
            layer.update.target(),
            Lanes.TILE,
            layer.layout.panelStride());
    images = TermOffsets.spaced(layer.batchStride, before.stride, layer.columnStride);
  }

  /** Eight units a tile: their weights from one input lie side by side. */
  @Override
  public void forward(int images) {
    int units = Lanes.wholeTiles(layer.computedUnits());
    Arrays.fill(layer.sumsByUnit, 0, units * layer.batchStride, 0);
    for (int unit = 0; unit < units; unit += Lanes.ROWS) {
      forward.addRows(
          unit, Lanes.padded(images), layer.layout.at(0, unit), inputs, MaskedFactor.ONE);
    }
  }

  @Override
  public void addGradient(int count) {
    MaskedFactor factor = layer.update.factor();
    images.limit(count);
    for (int row = 0; row < before.stride; row += Lanes.ROWS) {
      gradient.addRows(row, layer.columnStride, row, images, factor);
    }
  }
}
