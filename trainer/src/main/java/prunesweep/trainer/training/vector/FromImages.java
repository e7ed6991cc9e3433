package prunesweep.trainer.training.vector;

import java.util.Arrays;

/** The weights of the first layer: from the features of a batch. */
final class FromImages implements Incoming {

  private final InputBatch batch;
  private final VectorLayer layer;
  private final AddedProduct forward;
  private final AddedProduct gradient;

  FromImages(InputBatch batch, VectorLayer layer) {
    this.batch = batch;
    this.layer = layer;
    forward =
        new AddedProduct(
            batch.groups,
            layer.weights,
            layer.layout.panelStride(),
            layer.sums,
            layer.columnStride,
            Lanes.TILE);
    gradient =
        new AddedProduct(
            batch.rows,
            layer.columnGradients,
            Lanes.TILE,
            layer.update.target(),
            layer.layout.rowStride(),
            layer.layout.panelStride());
  }

  /** Columns outside: a panel of weights stays in the cache for all groups. */
  @Override
  public void forward(int images) {
    int rows = Lanes.wholeTiles(images);
    Arrays.fill(layer.sums, 0, rows * layer.columnStride, 0);
    for (int column = 0; column < layer.columnStride; column += Lanes.TILE) {
      for (int group = 0; group < rows / Lanes.ROWS; group++) {
        forward.addTile(
            group * Lanes.ROWS,
            column,
            layer.columnStride,
            batch.groupStart(group),
            batch.groupTerms(group),
            Factors.ONE);
      }
    }
  }

  @Override
  public void addGradient(int images) {
    batch.listRuns(images);
    Factors factors = layer.update.factors(images);
    for (int run = 0; run < batch.runs; run++) {
      int row = run * Lanes.ROWS;
      gradient.addRows(row, layer.columnStride, row, batch.runTerms(run), factors);
    }
  }
}
