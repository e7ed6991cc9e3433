package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;

/**
 * A matrix of weights in at most 96 x 96 cells: how many weights of each block are not zero.
 *
 * @param rows of cells
 * @param columns of cells
 * @param shares a hexadecimal digit a cell, row by row, from 0 (none) to f (all)
 */
record HeatMapCells(int rows, int columns, String shares) {

  /** Rows and columns at most. */
  static final int MOST = 96;

  private static final int DARKEST = 15;

  /**
   * The cells of a matrix.
   *
   * @param pattern a bit a weight, as in the table {@code heat_maps}
   */
  static HeatMapCells of(int inputs, int units, byte[] pattern) {
    int rows = Math.min(inputs, MOST);
    int columns = Math.min(units, MOST);
    int[] weights = new int[rows * columns];
    int[] left = new int[rows * columns];
    BitSet nonzero = BitSet.valueOf(pattern);
    for (int input = 0; input < inputs; input++) {
      for (int unit = 0; unit < units; unit++) {
        int cell = (input * rows / inputs) * columns + unit * columns / units;
        weights[cell]++;
        left[cell] += nonzero.get(input * units + unit) ? 1 : 0;
      }
    }
    StringBuilder shares = new StringBuilder();
    for (int cell = 0; cell < weights.length; cell++) {
      shares.append(
          Character.forDigit((left[cell] * DARKEST + weights[cell] / 2) / weights[cell], 16));
    }
    return new HeatMapCells(rows, columns, shares.toString());
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("rows", rows)
        .put("columns", columns)
        .put("shares", shares);
  }
}
