package prunesweep.trainer.training.vector;

import java.util.Arrays;

/** The products of the first layer, whose inputs are the features of a batch. */
final class FirstLayerProducts implements LayerProducts {

  private final InputBatch batch;
  private final LiveLayer layer;
  private final AddedProduct forward;
  private final AddedProduct gradient;

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
    gradient =
        new AddedProduct(
            batch.rows,
            layer.columnGradients,
            Lanes.TILE,
            layer.update.target(),
            Lanes.TILE,
            layer.layout.panelStride());
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
    Arrays.fill(sums, 0, rows * layer.columnStride, 0);
    for (int column = 0; column < layer.columnStride; column += Lanes.TILE) {
      for (int group = 0; group < rows / Lanes.ROWS; group++) {
        forward.addTile(
            group * Lanes.ROWS,
            column,
            layer.columnStride,
            batch.groupStart(group),
            batch.groupTerms(group),
            MaskedFactor.ONE);
      }
    }
  }

  @Override
  public void addGradient(int images) {
    batch.listRuns(images);
    MaskedFactor factor = layer.update.factor();
    int last = (layer.columnStride - 1) / Lanes.TILE * Lanes.TILE;
    for (int column = last; column >= 0; column -= Lanes.TILE) {
      for (int run = 0; run < batch.runs; run++) {
        int row = run * Lanes.ROWS;
        gradient.addTile(row, column, layer.columnStride, row, batch.runTerms(run), factor);
      }
    }
  }
}
