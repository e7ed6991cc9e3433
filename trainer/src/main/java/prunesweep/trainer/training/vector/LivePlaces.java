package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;

/** The places of a layer's live part in the whole layer, and the copies between them. */
final class LivePlaces {

  private final int wholeUnits;
  private final LiveUnits inputs;
  private final LiveUnits units;
  private final PanelLayout layout;
  private final List<ColumnRun> columnRuns;

  /** Columns of one panel, from {@code column} on, of units that follow one on the other. */
  private record ColumnRun(int unit, int column, int length) {}

  /** Weights of one row that lie side by side in both matrices. */
  @FunctionalInterface
  private interface WeightRun {
    void accept(int wholeAt, int liveAt, int length);
  }

  /**
   * The places of a layer.
   *
   * @param wholeUnits units of the whole layer
   * @param inputs the live units of the layer before it
   * @param units its own
   * @param layout of its live weights
   */
  LivePlaces(int wholeUnits, LiveUnits inputs, LiveUnits units, PanelLayout layout) {
    this.wholeUnits = wholeUnits;
    this.inputs = inputs;
    this.units = units;
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

  private void eachRun(WeightRun action) {
    for (int row = 0; row < inputs.present().length; row++) {
      int wholeRow = inputs.present()[row] * wholeUnits;
      for (ColumnRun run : columnRuns) {
        action.accept(wholeRow + run.unit(), layout.at(row, run.column()), run.length());
      }
    }
  }

  /** Copies numbers of the live weights, one each, from the whole matrix. */
  void loadMatrix(float[] whole, float[] live) {
    eachRun((wholeAt, liveAt, length) -> System.arraycopy(whole, wholeAt, live, liveAt, length));
  }

  /** Copies numbers of the live weights, one each, back to the whole matrix. */
  void storeMatrix(float[] live, float[] whole) {
    eachRun((wholeAt, liveAt, length) -> System.arraycopy(live, liveAt, whole, wholeAt, length));
  }

  /** Copies numbers of the present units, one each, from those of all units. */
  void loadUnits(float[] whole, float[] live) {
    for (int place = 0; place < units.present().length; place++) {
      live[place] = whole[units.present()[place]];
    }
  }

  /** Copies numbers of the present units, one each, back to those of all units. */
  void storeUnits(float[] live, float[] whole) {
    for (int place = 0; place < units.present().length; place++) {
      whole[units.present()[place]] = live[place];
    }
  }

  /** The part of a mask of the whole layer that belongs to the live weights. */
  PackedMask pack(boolean[] kept) {
    PackedMask packed = PackedMask.none(layout.size());
    eachRun(
        (wholeAt, liveAt, length) -> {
          for (int index = 0; index < length; index++) {
            if (kept[wholeAt + index]) {
              packed.keep(liveAt + index);
            }
          }
        });
    return packed;
  }
}
