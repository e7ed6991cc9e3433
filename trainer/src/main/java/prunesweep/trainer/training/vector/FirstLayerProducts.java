package prunesweep.trainer.training.vector;

/** The products of the first layer, whose inputs are the features of a batch. */
final class FirstLayerProducts implements LayerProducts {

  private final InputBatch batch;
  private final LiveLayer layer;
  private final AddedProduct forward;
  private final PanelGradient gradient;

  /** The layer's sums, one row an image: its tiles are eight images high. */
  private final float[] sums;

  FirstLayerProducts(InputBatch batch, LiveLayer layer) {
    this.batch = batch;
    this.layer = layer;
    sums = new float[layer.batchStride * layer.columnStride];
    forward =
        new AddedProduct(
            batch.groups,
            layer.weights,
            layer.layout.panelStride(),
            sums,
            layer.columnStride,
            Lanes.TILE);
    gradient = new PanelGradient(layer, batch.rows, batch.runs);
  }

  @Override
  public void forward(int images) {
    multiply(images);
    int rows = Lanes.wholeTiles(images);
    Transpose.copy(
        sums, layer.columnStride, rows, layer.columnStride, layer.sumsByUnit, layer.batchStride);
  }

  /** The product alone. Columns outside: a panel of weights stays in the cache for all groups. */
  void multiply(int images) {
    int rows = Lanes.wholeTiles(images);
    for (int column = 0; column < layer.columnStride; column += Lanes.TILE) {
      for (int group = 0; group < rows / Lanes.ROWS; group++) {
        forward.addTile(
            group * Lanes.ROWS,
            column,
            layer.columnStride,
            batch.groupStart(group),
            batch.groupTerms(group),
            MaskedFactor.WRITTEN);
      }
    }
  }

  @Override
  public void update(UpdateStep step) {
    batch.listRuns(step.images());
    gradient.update(batch.runTerms(), step);
  }
}
