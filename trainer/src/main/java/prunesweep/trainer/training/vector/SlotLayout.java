package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.VectorShuffle;
import org.jspecify.annotations.Nullable;

/**
 * The kept weights of a layer that keeps few: in slots, vectors of one weight a unit, each from any
 * input of one block of as many inputs as a vector has lanes. So the gradient of a slot takes its
 * inputs out of one vector, by the slot's shuffle. A slot's lanes that hold no weight stay zero.
 *
 * <p>Columns, the units in the order of lanes, have the units with most weights first: neighbours
 * then have about as many, and few lanes are empty. The slots of a block that belong to the same
 * units are an even number.
 */
final class SlotLayout implements WeightPlaces {

  private final LiveUnits units;
  private final int[] columns;
  private final List<Slot> slots = new ArrayList<>();
  private final int[] blockStart;

  /** Of every kept weight: its row and column among the live ones, its places in both matrices. */
  private final List<Weight> weights = new ArrayList<>();

  /** A vector of weights into the units of {@code group}, and which input of its block each has. */
  private record Slot(int group, int[] inputs) {}

  private record Weight(int row, int column, int wholeAt, int liveAt) {}

  private SlotLayout(WholeLayer state, boolean[] kept, LiveUnits inputs, LiveUnits units) {
    this.units = units;
    columns = columns(state, kept, units);
    int rows = inputs.present().length;
    int blocks = (rows + LANES - 1) / LANES;
    blockStart = new int[blocks + 1];
    for (int block = 0; block < blocks; block++) {
      for (int group = 0; group < columns.length; group += LANES) {
        addSlots(state, kept, inputs, block * LANES, group);
      }
      blockStart[block + 1] = slots.size();
    }
  }

  /**
   * The layout of {@code state}, or null where its mask keeps {@code share} of the live weights and
   * more: there a product of all of them is faster.
   */
  static @Nullable SlotLayout of(
      WholeLayer state, LiveUnits inputs, LiveUnits units, double share) {
    boolean[] kept = state.kept();
    if (kept == null) {
      return null;
    }
    long live = (long) inputs.present().length * units.computed().length;
    long count = 0;
    for (int input : inputs.present()) {
      for (int unit = 0; unit < state.units; unit++) {
        count += kept[input * state.units + unit] ? 1 : 0;
      }
    }
    return count > 0 && count < share * live ? new SlotLayout(state, kept, inputs, units) : null;
  }

  /** Indices of the computed units, those with most weights first. */
  private static int[] columns(WholeLayer state, boolean[] kept, LiveUnits units) {
    int[] counts = new int[state.units];
    for (int index = 0; index < kept.length; index++) {
      counts[index % state.units] += kept[index] ? 1 : 0;
    }
    return IntStream.range(0, units.computed().length)
        .boxed()
        .sorted(Comparator.comparing(index -> -counts[units.unit(index)]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void addSlots(
      WholeLayer state, boolean[] kept, LiveUnits inputs, int firstRow, int group) {
    int first = slots.size();
    int lastRow = Math.min(firstRow + LANES, inputs.present().length);
    for (int column = group; column < Math.min(group + LANES, columns.length); column++) {
      int slot = first;
      for (int row = firstRow; row < lastRow; row++) {
        int wholeAt = inputs.present()[row] * state.units + units.unit(columns[column]);
        if (kept[wholeAt]) {
          addPair(slot, group);
          slots.get(slot).inputs()[column - group] = row - firstRow;
          weights.add(new Weight(row, column, wholeAt, slot * LANES + column - group));
          slot++;
        }
      }
    }
  }

  private void addPair(int slot, int group) {
    if (slot == slots.size()) {
      slots.add(new Slot(group, new int[LANES]));
      slots.add(new Slot(group, new int[LANES]));
    }
  }

  /** The places of the columns' units among those that are present. */
  int[] columns() {
    return Arrays.stream(columns).map(column -> units.computed()[column]).toArray();
  }

  /** Of each block of inputs its first slot, and the end of the last block's. */
  int[] blockStart() {
    return blockStart;
  }

  /** Of each slot the first of its columns. */
  int[] groups() {
    return slots.stream().mapToInt(Slot::group).toArray();
  }

  /** Of each slot the inputs of its lanes, counted from the first of the block. */
  List<VectorShuffle<Float>> shuffles() {
    return slots.stream()
        .map(slot -> VectorShuffle.fromArray(Lanes.SPECIES, slot.inputs(), 0))
        .toList();
  }

  /** One vector more than the slots: a zero for what has no weight. */
  @Override
  public int size() {
    return (slots.size() + 1) * LANES;
  }

  @Override
  public void eachRun(Run action) {
    weights.forEach(weight -> action.accept(weight.wholeAt(), weight.liveAt(), 1));
  }

  /** The weights into each column, by rising input; of rows {@code stride} apart. */
  TermLists intoColumns(int stride) {
    TermLists lists = new TermLists(columns.length, size() - 1);
    weights.stream()
        .sorted(Comparator.comparing(Weight::row))
        .forEach(weight -> lists.add(weight.column(), weight.liveAt(), weight.row() * stride));
    return lists;
  }

  /** The weights out of each of {@code rows} rows, by rising unit; of columns a stride apart. */
  TermLists outOfRows(int rows, int stride) {
    TermLists lists = new TermLists(rows, size() - 1);
    weights.stream()
        .sorted(Comparator.comparing(weight -> columns[weight.column()]))
        .forEach(weight -> lists.add(weight.row(), weight.liveAt(), weight.column() * stride));
    return lists;
  }
}
