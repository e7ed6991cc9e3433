package prunesweep.trainer.training.vector;

import java.util.HashMap;
import java.util.Map;
import prunesweep.trainer.network.FeatureMaps;

/**
 * The places of a map under which a window is laid, four to a tile, two by two; and of each tile
 * the terms, map by map the taps of the window that are not beyond the map for all four.
 */
final class WindowTiles {

  /** Places of a tile. */
  static final int PLACES = 4;

  private final FeatureMaps source;
  private final int border;
  private final int side;
  private final int[] windows;
  private final int[] places;
  private final TermOffsets[] terms;
  private final int maps;
  private final Map<Taps, TermOffsets> lists = new HashMap<>();

  /** Rows and columns of a window, from and to. */
  private record Taps(int fromRow, int toRow, int fromColumn, int toColumn) {}

  /**
   * Tiles of all places of {@code made}.
   *
   * @param source the maps that the window of {@code side x side} is laid on, as many as are read
   * @param border zeros around each of them
   */
  WindowTiles(FeatureMaps source, FeatureMaps made, int side, int border) {
    this.source = source;
    this.border = border;
    this.side = side;
    maps = source.channels();
    int across = (made.width() + 1) / 2;
    terms = new TermOffsets[(made.height() + 1) / 2 * across];
    windows = new int[terms.length * PLACES];
    places = new int[windows.length];
    for (int tile = 0; tile < terms.length; tile++) {
      int row = tile / across * 2;
      int column = tile % across * 2;
      int lower = Math.min(row + 1, made.height() - 1);
      int right = Math.min(column + 1, made.width() - 1);
      terms[tile] =
          terms(
              new Taps(
                  first(lower),
                  last(row, source.height()),
                  first(right),
                  last(column, source.width())));
      set(tile * PLACES, row, column, made);
      set(tile * PLACES + 1, row, right, made);
      set(tile * PLACES + 2, lower, column, made);
      set(tile * PLACES + 3, lower, right, made);
    }
  }

  private int first(int place) {
    return Math.max(0, border - place);
  }

  private int last(int place, int size) {
    return Math.min(side, border + size - place);
  }

  private void set(int at, int row, int column, FeatureMaps made) {
    windows[at] = (row * width() + column) * Block.IMAGES;
    places[at] = row * made.width() + column;
  }

  private int width() {
    return source.width() + 2 * border;
  }

  private TermOffsets terms(Taps range) {
    return lists.computeIfAbsent(range, this::list);
  }

  private TermOffsets list(Taps range) {
    TermOffsets list = new TermOffsets(maps * side * side);
    for (int map = 0; map < maps; map++) {
      add(range, map, list);
    }
    return list;
  }

  private void add(Taps range, int map, TermOffsets list) {
    int inMap = map * (source.height() + 2 * border) * width();
    for (int row = range.fromRow(); row < range.toRow(); row++) {
      for (int column = range.fromColumn(); column < range.toColumn(); column++) {
        list.add(
            (map * side * side + row * side + column) * ConvolutionShape.GROUP,
            (inMap + row * width() + column) * Block.IMAGES);
      }
    }
  }

  int count() {
    return terms.length;
  }

  /** Where the windows of all tiles begin in a map: of each tile four. */
  int[] windows() {
    return windows;
  }

  /** The places of all tiles in the maps made: of each tile four. */
  int[] places() {
    return places;
  }

  /** The terms of a tile: where their weights and where their values lie. */
  TermOffsets terms(int tile) {
    return terms[tile];
  }
}
