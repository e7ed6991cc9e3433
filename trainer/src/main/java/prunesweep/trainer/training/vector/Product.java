package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.ROWS;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;
import static prunesweep.trainer.training.vector.Lanes.TILE;

import jdk.incubator.vector.FloatVector;

/**
 * A matrix product between fixed arrays: out = left x right, the left matrix in panels of {@link
 * Lanes#TILE} columns (see {@link PanelLayout}), so that the distances of its rows are constants.
 *
 * <p>Every output is one sum over the terms, in order, by fused multiply-adds from zero. So its
 * bits depend neither on the width of the host's vectors nor on how the product is cut into tiles.
 */
final class Product {

  private final float[] left;
  private final float[] right;
  private final float[] out;
  private final int outStride;

  /**
   * A product of these arrays.
   *
   * @param left of a term, the elements of rows {@link Lanes#TILE} apart
   * @param right of a term, its row of columns
   * @param out element (row, column) lies at row x outStride + column
   */
  Product(float[] left, float[] right, float[] out, int outStride) {
    this.left = left;
    this.right = right;
    this.out = out;
    this.outStride = outStride;
  }

  /** Sets out to left x right. Rows are a multiple of {@link Lanes#ROWS}, columns of LANES. */
  void replace(int rows, int columns, TermOffsets terms) {
    for (int column = 0; column < columns; column += TILE) {
      for (int row = 0; row < rows; row += ROWS) {
        int outAt = row * outStride + column;
        if (column + LANES == columns) {
          narrow(row * TILE, column, terms, outAt);
        } else if (Lanes.FEW_REGISTERS) {
          half(row * TILE, column, terms, outAt);
          half((row + 4) * TILE, column, terms, outAt + 4 * outStride);
        } else {
          wide(row * TILE, column, terms, outAt);
        }
      }
    }
  }

  private void wide(int leftStart, int rightStart, TermOffsets terms, int outAt) {
    wideTile(
        left,
        leftStart,
        terms.left(),
        right,
        rightStart,
        terms.right(),
        terms.count(),
        out,
        outAt,
        outStride);
  }

  private void half(int leftStart, int rightStart, TermOffsets terms, int outAt) {
    halfTile(
        left,
        leftStart,
        terms.left(),
        right,
        rightStart,
        terms.right(),
        terms.count(),
        out,
        outAt,
        outStride);
  }

  private void narrow(int leftStart, int rightStart, TermOffsets terms, int outAt) {
    narrowTile(
        left,
        leftStart,
        terms.left(),
        right,
        rightStart,
        terms.right(),
        terms.count(),
        out,
        outAt,
        outStride);
  }

  /** Eight rows and two vectors of columns: the 16 sums stay in registers. */
  private static void wideTile(
      float[] left,
      int leftStart,
      int[] leftOffsets,
      float[] right,
      int rightStart,
      int[] rightOffsets,
      int terms,
      float[] out,
      int outAt,
      int outStride) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s51 = FloatVector.zero(SPECIES);
    FloatVector s60 = FloatVector.zero(SPECIES);
    FloatVector s61 = FloatVector.zero(SPECIES);
    FloatVector s70 = FloatVector.zero(SPECIES);
    FloatVector s71 = FloatVector.zero(SPECIES);
    for (int term = 0; term < terms; term++) {
      int leftAt = leftStart + leftOffsets[term];
      int rightAt = rightStart + rightOffsets[term];
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightAt);
      FloatVector r1 = FloatVector.fromArray(SPECIES, right, rightAt + LANES);
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt]);
      s00 = l0.fma(r0, s00);
      s01 = l0.fma(r1, s01);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + TILE]);
      s10 = l1.fma(r0, s10);
      s11 = l1.fma(r1, s11);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2 * TILE]);
      s20 = l2.fma(r0, s20);
      s21 = l2.fma(r1, s21);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3 * TILE]);
      s30 = l3.fma(r0, s30);
      s31 = l3.fma(r1, s31);
      FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + 4 * TILE]);
      s40 = l4.fma(r0, s40);
      s41 = l4.fma(r1, s41);
      FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + 5 * TILE]);
      s50 = l5.fma(r0, s50);
      s51 = l5.fma(r1, s51);
      FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + 6 * TILE]);
      s60 = l6.fma(r0, s60);
      s61 = l6.fma(r1, s61);
      FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + 7 * TILE]);
      s70 = l7.fma(r0, s70);
      s71 = l7.fma(r1, s71);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + LANES);
    s10.intoArray(out, outAt + outStride);
    s11.intoArray(out, outAt + outStride + LANES);
    s20.intoArray(out, outAt + 2 * outStride);
    s21.intoArray(out, outAt + 2 * outStride + LANES);
    s30.intoArray(out, outAt + 3 * outStride);
    s31.intoArray(out, outAt + 3 * outStride + LANES);
    s40.intoArray(out, outAt + 4 * outStride);
    s41.intoArray(out, outAt + 4 * outStride + LANES);
    s50.intoArray(out, outAt + 5 * outStride);
    s51.intoArray(out, outAt + 5 * outStride + LANES);
    s60.intoArray(out, outAt + 6 * outStride);
    s61.intoArray(out, outAt + 6 * outStride + LANES);
    s70.intoArray(out, outAt + 7 * outStride);
    s71.intoArray(out, outAt + 7 * outStride + LANES);
  }

  /** Four rows and two vectors of columns: 8 sums, for hosts with 16 registers. */
  private static void halfTile(
      float[] left,
      int leftStart,
      int[] leftOffsets,
      float[] right,
      int rightStart,
      int[] rightOffsets,
      int terms,
      float[] out,
      int outAt,
      int outStride) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    for (int term = 0; term < terms; term++) {
      int leftAt = leftStart + leftOffsets[term];
      int rightAt = rightStart + rightOffsets[term];
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightAt);
      FloatVector r1 = FloatVector.fromArray(SPECIES, right, rightAt + LANES);
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt]);
      s00 = l0.fma(r0, s00);
      s01 = l0.fma(r1, s01);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + TILE]);
      s10 = l1.fma(r0, s10);
      s11 = l1.fma(r1, s11);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2 * TILE]);
      s20 = l2.fma(r0, s20);
      s21 = l2.fma(r1, s21);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3 * TILE]);
      s30 = l3.fma(r0, s30);
      s31 = l3.fma(r1, s31);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + LANES);
    s10.intoArray(out, outAt + outStride);
    s11.intoArray(out, outAt + outStride + LANES);
    s20.intoArray(out, outAt + 2 * outStride);
    s21.intoArray(out, outAt + 2 * outStride + LANES);
    s30.intoArray(out, outAt + 3 * outStride);
    s31.intoArray(out, outAt + 3 * outStride + LANES);
  }

  /** Eight rows and one vector of columns: the 8 sums stay in registers. */
  private static void narrowTile(
      float[] left,
      int leftStart,
      int[] leftOffsets,
      float[] right,
      int rightStart,
      int[] rightOffsets,
      int terms,
      float[] out,
      int outAt,
      int outStride) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s60 = FloatVector.zero(SPECIES);
    FloatVector s70 = FloatVector.zero(SPECIES);
    for (int term = 0; term < terms; term++) {
      int leftAt = leftStart + leftOffsets[term];
      int rightAt = rightStart + rightOffsets[term];
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightAt);
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt]);
      s00 = l0.fma(r0, s00);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + TILE]);
      s10 = l1.fma(r0, s10);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2 * TILE]);
      s20 = l2.fma(r0, s20);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3 * TILE]);
      s30 = l3.fma(r0, s30);
      FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + 4 * TILE]);
      s40 = l4.fma(r0, s40);
      FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + 5 * TILE]);
      s50 = l5.fma(r0, s50);
      FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + 6 * TILE]);
      s60 = l6.fma(r0, s60);
      FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + 7 * TILE]);
      s70 = l7.fma(r0, s70);
    }
    s00.intoArray(out, outAt);
    s10.intoArray(out, outAt + outStride);
    s20.intoArray(out, outAt + 2 * outStride);
    s30.intoArray(out, outAt + 3 * outStride);
    s40.intoArray(out, outAt + 4 * outStride);
    s50.intoArray(out, outAt + 5 * outStride);
    s60.intoArray(out, outAt + 6 * outStride);
    s70.intoArray(out, outAt + 7 * outStride);
  }
}
