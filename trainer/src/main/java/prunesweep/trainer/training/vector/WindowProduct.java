package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Block.LANES;
import static prunesweep.trainer.training.vector.Block.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Sums of weights times the values under a window, at each place of some maps.
 *
 * <p>Every output is one sum over the maps read, and of a map over the taps of the window in order,
 * by fused multiply-adds from zero: its bits do not depend on the tiles.
 */
final class WindowProduct {

  private final float[] weights;
  private final MapValues source;
  private final MapValues made;
  private final WindowTiles tiles;
  private final int groupWeights;

  /** Where the four places of every tile lie in a map that is made. */
  private final int[] places;

  /**
   * A product of these arrays.
   *
   * @param weights of groups of four outputs: map by map, tap by tap those of the four side by side
   * @param groupWeights how many of them a group has
   * @param source the maps under the window
   */
  WindowProduct(
      float[] weights, int groupWeights, MapValues source, MapValues made, WindowTiles tiles) {
    this.weights = weights;
    this.groupWeights = groupWeights;
    this.source = source;
    this.made = made;
    this.tiles = tiles;
    places = new int[tiles.places().length];
    for (int index = 0; index < places.length; index++) {
      places[index] = made.places()[tiles.places()[index]];
    }
  }

  /** Sets the first {@code outputs} maps that are made, in the first {@code blocks} blocks. */
  void replace(int blocks, int outputs) {
    for (int block = 0; block < blocks; block++) {
      for (int tile = 0; tile < tiles.count(); tile++) {
        for (int first = 0; first < outputs; first += ConvolutionShape.GROUP) {
          replaceTile(block, tile, first, Math.min(ConvolutionShape.GROUP, outputs - first));
        }
      }
    }
  }

  private void replaceTile(int block, int tile, int first, int outputs) {
    int weightsAt = first / ConvolutionShape.GROUP * groupWeights;
    for (int lane = 0; lane < Block.IMAGES; lane += LANES) {
      int from = source.at(block, 0) + lane;
      int to = made.at(block, first) + lane;
      if (outputs <= 2) {
        two(tile, weightsAt, from, to);
      } else if (Lanes.FEW_REGISTERS) {
        two(tile, weightsAt, from, to);
        two(tile, weightsAt + 2, from, to + 2 * made.mapStride());
      } else {
        four(tile, weightsAt, from, to);
      }
    }
  }

  private void four(int tile, int weightsAt, int from, int to) {
    TermOffsets terms = tiles.terms(tile);
    four(
        weights,
        weightsAt,
        terms.left(),
        source.values(),
        from,
        terms.right(),
        terms.count(),
        tiles.windows(),
        tile * WindowTiles.PLACES,
        made.values(),
        to,
        made.mapStride(),
        places);
  }

  private void two(int tile, int weightsAt, int from, int to) {
    TermOffsets terms = tiles.terms(tile);
    two(
        weights,
        weightsAt,
        terms.left(),
        source.values(),
        from,
        terms.right(),
        terms.count(),
        tiles.windows(),
        tile * WindowTiles.PLACES,
        made.values(),
        to,
        made.mapStride(),
        places);
  }

  /**
   * Four outputs at four places: the 16 sums stay in registers. One loop over all terms: out of
   * two, one in the other, the compiler would hand vectors on as objects.
   */
  private static void four(
      float[] weights,
      int weightsStart,
      int[] weightOffsets,
      float[] values,
      int valuesStart,
      int[] valueOffsets,
      int terms,
      int[] windows,
      int tile,
      float[] out,
      int outStart,
      int outStride,
      int[] places) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    int window0 = valuesStart + windows[tile];
    int window1 = valuesStart + windows[tile + 1];
    int window2 = valuesStart + windows[tile + 2];
    int window3 = valuesStart + windows[tile + 3];
    for (int term = 0; term < terms; term++) {
      int at = valueOffsets[term];
      FloatVector v0 = FloatVector.fromArray(SPECIES, values, window0 + at);
      FloatVector v1 = FloatVector.fromArray(SPECIES, values, window1 + at);
      FloatVector v2 = FloatVector.fromArray(SPECIES, values, window2 + at);
      FloatVector v3 = FloatVector.fromArray(SPECIES, values, window3 + at);
      int weightAt = weightsStart + weightOffsets[term];
      FloatVector w0 = FloatVector.broadcast(SPECIES, weights[weightAt]);
      s00 = w0.fma(v0, s00);
      s01 = w0.fma(v1, s01);
      s02 = w0.fma(v2, s02);
      s03 = w0.fma(v3, s03);
      FloatVector w1 = FloatVector.broadcast(SPECIES, weights[weightAt + 1]);
      s10 = w1.fma(v0, s10);
      s11 = w1.fma(v1, s11);
      s12 = w1.fma(v2, s12);
      s13 = w1.fma(v3, s13);
      FloatVector w2 = FloatVector.broadcast(SPECIES, weights[weightAt + 2]);
      s20 = w2.fma(v0, s20);
      s21 = w2.fma(v1, s21);
      s22 = w2.fma(v2, s22);
      s23 = w2.fma(v3, s23);
      FloatVector w3 = FloatVector.broadcast(SPECIES, weights[weightAt + 3]);
      s30 = w3.fma(v0, s30);
      s31 = w3.fma(v1, s31);
      s32 = w3.fma(v2, s32);
      s33 = w3.fma(v3, s33);
    }
    int place0 = outStart + places[tile];
    int place1 = outStart + places[tile + 1];
    int place2 = outStart + places[tile + 2];
    int place3 = outStart + places[tile + 3];
    s00.intoArray(out, place0);
    s01.intoArray(out, place1);
    s02.intoArray(out, place2);
    s03.intoArray(out, place3);
    s10.intoArray(out, place0 + outStride);
    s11.intoArray(out, place1 + outStride);
    s12.intoArray(out, place2 + outStride);
    s13.intoArray(out, place3 + outStride);
    s20.intoArray(out, place0 + 2 * outStride);
    s21.intoArray(out, place1 + 2 * outStride);
    s22.intoArray(out, place2 + 2 * outStride);
    s23.intoArray(out, place3 + 2 * outStride);
    s30.intoArray(out, place0 + 3 * outStride);
    s31.intoArray(out, place1 + 3 * outStride);
    s32.intoArray(out, place2 + 3 * outStride);
    s33.intoArray(out, place3 + 3 * outStride);
  }

  /** Two outputs at four places: 8 sums. */
  private static void two(
      float[] weights,
      int weightsStart,
      int[] weightOffsets,
      float[] values,
      int valuesStart,
      int[] valueOffsets,
      int terms,
      int[] windows,
      int tile,
      float[] out,
      int outStart,
      int outStride,
      int[] places) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    int window0 = valuesStart + windows[tile];
    int window1 = valuesStart + windows[tile + 1];
    int window2 = valuesStart + windows[tile + 2];
    int window3 = valuesStart + windows[tile + 3];
    for (int term = 0; term < terms; term++) {
      int at = valueOffsets[term];
      FloatVector v0 = FloatVector.fromArray(SPECIES, values, window0 + at);
      FloatVector v1 = FloatVector.fromArray(SPECIES, values, window1 + at);
      FloatVector v2 = FloatVector.fromArray(SPECIES, values, window2 + at);
      FloatVector v3 = FloatVector.fromArray(SPECIES, values, window3 + at);
      int weightAt = weightsStart + weightOffsets[term];
      FloatVector w0 = FloatVector.broadcast(SPECIES, weights[weightAt]);
      s00 = w0.fma(v0, s00);
      s01 = w0.fma(v1, s01);
      s02 = w0.fma(v2, s02);
      s03 = w0.fma(v3, s03);
      FloatVector w1 = FloatVector.broadcast(SPECIES, weights[weightAt + 1]);
      s10 = w1.fma(v0, s10);
      s11 = w1.fma(v1, s11);
      s12 = w1.fma(v2, s12);
      s13 = w1.fma(v3, s13);
    }
    int place0 = outStart + places[tile];
    int place1 = outStart + places[tile + 1];
    int place2 = outStart + places[tile + 2];
    int place3 = outStart + places[tile + 3];
    s00.intoArray(out, place0);
    s01.intoArray(out, place1);
    s02.intoArray(out, place2);
    s03.intoArray(out, place3);
    s10.intoArray(out, place0 + outStride);
    s11.intoArray(out, place1 + outStride);
    s12.intoArray(out, place2 + outStride);
    s13.intoArray(out, place3 + outStride);
  }
}
