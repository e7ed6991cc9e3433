package prunesweep.trainer.training.vector;

import java.util.Arrays;

/** The products of a later layer, whose inputs are units. */
final class LaterLayerProducts implements LayerProducts {

  private final LiveLayer layer;
  private final AddedProduct forward;
  private final TermOffsets inputs;
  private final PanelGradient gradient;
  private final TermOffsets images;
  private final TermOffsets[] runs;

  LaterLayerProducts(UnitOutputs before, LiveLayer layer) {
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
    images = TermOffsets.spaced(layer.batchStride, before.stride, layer.columnStride);
    runs = new TermOffsets[before.stride / Lanes.ROWS];
    Arrays.fill(runs, images);
    gradient = new PanelGradient(layer, before.outputs, runs.length);
  }

  /** Eight units a tile: their weights from one input lie side by side. */
  @Override
  public void forward(int images) {
    int units = Lanes.wholeTiles(layer.computedUnits());
    for (int unit = 0; unit < units; unit += Lanes.ROWS) {
      forward.addRows(
          unit, Lanes.padded(images), layer.layout.at(0, unit), inputs, MaskedFactor.WRITTEN);
    }
  }

  @Override
  public void update(UpdateStep step) {
    images.limit(step.images());
    gradient.update(runs, step);
  }
}
