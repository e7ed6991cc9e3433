package prunesweep.trainer.training.vector;

import java.util.Arrays;

/** The weight gradient of a layer whose weights lie in panels: piece by piece, for its update. */
final class PanelGradient {

  /** Rows of a piece: few enough that all it takes fits the nearest cache. */
  static final int PIECE = 8 * Lanes.ROWS;

  private final LiveLayer layer;
  private final AddedProduct product;
  private final int rows;

  /**
   * The gradient of {@code layer}.
   *
   * @param left the layer's inputs, a row an image
   * @param runs of eight inputs, side by side
   */
  PanelGradient(LiveLayer layer, float[] left, int runs) {
    this.layer = layer;
    float[] target = layer.update.target();
    product = new AddedProduct(left, layer.columnGradients, Lanes.TILE, target, Lanes.TILE, 0);
    rows = runs * Lanes.ROWS;
  }

  /**
   * Makes it and has the layer's update use it. Panels from the last to the first: what the forward
   * pass read last is still in a cache.
   *
   * @param images for each run of eight inputs the images that count
   */
  void update(TermOffsets[] images, UpdateStep step) {
    int panels = (layer.columnStride + Lanes.TILE - 1) / Lanes.TILE;
    for (int column = (panels - 1) * Lanes.TILE; column >= 0; column -= Lanes.TILE) {
      for (int row = 0; row < rows; row += PIECE) {
        update(column, row, Math.min(rows, row + PIECE), images, step);
      }
    }
  }

  private void update(int column, int start, int end, TermOffsets[] images, UpdateStep step) {
    WeightUpdate update = layer.update;
    int from = layer.layout.at(start, column);
    int length = (end - start) * Lanes.TILE;
    int target = update.open(from, length);
    if (!update.factor().adds() && column + Lanes.LANES == layer.columnStride) {
      // Half of the panel has no columns.
      Arrays.fill(update.target(), target, target + length, 0);
    }
    for (int row = start; row < end; row += Lanes.ROWS) {
      int at = target + (row - start) * Lanes.TILE;
      TermOffsets terms = images[row / Lanes.ROWS];
      product.addTileAt(at, column, layer.columnStride, row, terms, update.factor());
    }
    update.move(from, length, step);
  }
}
