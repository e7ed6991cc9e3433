package prunesweep.trainer.training.vector;

/**
 * The layout of a padded weight matrix in memory: in panels of {@link Lanes#TILE} columns one after
 * the other, each row by row. So rows are a constant apart for every matrix, and a panel is read
 * from end to end, which a processor foresees better than rows far apart.
 *
 * @param size floats it takes
 * @param panelStride from panel to panel
 */
record PanelLayout(int size, int panelStride) {

  /** The layout of a matrix with these sides. */
  static PanelLayout of(int rows, int columns) {
    int panels = (Lanes.padded(columns) + Lanes.TILE - 1) / Lanes.TILE;
    int panelStride = Math.multiplyExact(Lanes.padded(rows), Lanes.TILE);
    return new PanelLayout(Math.multiplyExact(panels, panelStride), panelStride);
  }

  /** Index of the weight from input {@code row} into column {@code column}. */
  int at(int row, int column) {
    return row * Lanes.TILE + column / Lanes.TILE * panelStride + column % Lanes.TILE;
  }
}
