package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;

/** The places of all live weights in a {@link PanelLayout}. */
final class PanelPlaces implements WeightPlaces {

  private final int wholeUnits;
  private final LiveUnits inputs;
  private final PanelLayout layout;
  private final List<ColumnRun> columnRuns;

  /** Columns of one panel, from {@code column} on, of units that follow one on the other. */
  private record ColumnRun(int unit, int column, int length) {}

  /**
   * The places of a layer's weights.
   *
   * @param wholeUnits units of the whole layer
   * @param inputs the live units of the layer before it
   * @param units its own
   * @param layout of its live weights
   */
  PanelPlaces(int wholeUnits, LiveUnits inputs, LiveUnits units, PanelLayout layout) {
    this.wholeUnits = wholeUnits;
    this.inputs = inputs;
    this.layout = layout;
    columnRuns = columnRuns(units);
  }

  private static List<ColumnRun> columnRuns(LiveUnits units) {
    List<ColumnRun> runs = new ArrayList<>();
    int column = 0;
    while (column < units.computed().length) {
      int length = runLength(units, column);
      runs.add(new ColumnRun(units.unit(column), column, length));
      column += length;
    }
    return runs;
  }

  private static int runLength(LiveUnits units, int column) {
    int most = Math.min(Lanes.TILE - column % Lanes.TILE, units.computed().length - column);
    int length = 1;
    while (length < most && units.unit(column + length) == units.unit(column) + length) {
      length++;
    }
    return length;
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public int piece() {
    return PanelGradient.PIECE * Lanes.TILE;
  }

  @Override
  public void eachRun(Run action) {
    for (int row = 0; row < inputs.present().length; row++) {
      int wholeRow = inputs.present()[row] * wholeUnits;
      for (ColumnRun run : columnRuns) {
        action.accept(wholeRow + run.unit(), layout.at(row, run.column()), run.length());
      }
    }
  }
}
