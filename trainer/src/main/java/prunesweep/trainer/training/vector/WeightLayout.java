package prunesweep.trainer.training.vector;

/**
 * How a weight matrix lies in memory, padded: row by row, or in panels of {@link Lanes#TILE}
 * columns one after the other. A panel is read from end to end, which a processor foresees better
 * than rows far apart; but a product that needs whole rows cannot read it.
 *
 * @param size floats it takes
 * @param rowStride from row to row
 * @param panelStride from panel to panel
 */
record WeightLayout(int size, int rowStride, int panelStride) {

  /** One of the two ways. */
  enum Arrangement {
    ROWS,
    PANELS;

    /** The layout of a matrix with these sides. */
    WeightLayout of(int rows, int columns) {
      int paddedRows = Lanes.padded(rows);
      int stride = Lanes.padded(columns);
      int panels = (stride + Lanes.TILE - 1) / Lanes.TILE;
      return switch (this) {
        case ROWS -> new WeightLayout(Math.multiplyExact(paddedRows, stride), stride, Lanes.TILE);
        case PANELS ->
            new WeightLayout(
                Math.multiplyExact(panels, paddedRows * Lanes.TILE),
                Lanes.TILE,
                paddedRows * Lanes.TILE);
      };
    }
  }

  /** Index of the weight from input {@code row} into column {@code column}. */
  int at(int row, int column) {
    return row * rowStride + column / Lanes.TILE * panelStride + column % Lanes.TILE;
  }
}
