package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.INTEGERS;
import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * A matrix product added to what is there: out = out + factor x (left x right), where the factor is
 * zero for elements that a mask holds; or, without a factor, written: out = left x right.
 *
 * <p>Eight rows of the left matrix lie side by side, so that their distances are constants: with
 * strides in variables the compiler runs out of registers and the product takes 1.4 times as long.
 * Every sum starts at zero and takes its terms in order by fused multiply-adds, then, unless it is
 * written, one more adds it to out. So its bits depend neither on the width of the host's vectors
 * nor on the tiling.
 */
final class AddedProduct {

  private final float[] left;
  private final float[] right;
  private final int rightPanel;
  private final float[] out;
  private final int outStride;
  private final int outPanel;

  /**
   * A product of these arrays. A matrix is cut into panels of {@link Lanes#TILE} columns, which may
   * lie side by side, as in a matrix row by row, or one after the other.
   *
   * @param left of a term, the elements of eight rows one after the other
   * @param right of a term, its row of columns
   * @param rightPanel from panel to panel of {@code right}
   * @param outStride from row to row of {@code out}
   * @param outPanel from panel to panel of {@code out}
   */
  AddedProduct(
      float[] left, float[] right, int rightPanel, float[] out, int outStride, int outPanel) {
    this.left = left;
    this.right = right;
    this.rightPanel = rightPanel;
    this.out = out;
    this.outStride = outStride;
    this.outPanel = outPanel;
  }

  /**
   * Makes one tile: the eight rows of out from {@code outRow} on, and two vectors of columns from
   * {@code column} on, or one where {@code columns}, a multiple of {@link Lanes#LANES}, ends.
   *
   * @param leftStart added to each term's place in left
   */
  void addTile(
      int outRow, int column, int columns, int leftStart, TermOffsets terms, MaskedFactor factor) {
    int outAt = outRow * outStride + column / Lanes.TILE * outPanel;
    addTileAt(outAt, column, columns, leftStart, terms, factor);
  }

  /** The same with its first element of out at {@code outAt}. */
  void addTileAt(
      int outAt, int column, int columns, int leftStart, TermOffsets terms, MaskedFactor factor) {
    if (terms.count() == 0 && factor.adds()) {
      return;
    }
    int panel = column / Lanes.TILE;
    if (column + LANES < columns) {
      addWide(leftStart, terms, panel * rightPanel, outAt, factor);
    } else {
      addNarrow(leftStart, terms, panel * rightPanel, outAt, factor);
    }
  }

  /** Makes all tiles of the eight rows of out from {@code outRow} on. */
  void addRows(int outRow, int columns, int leftStart, TermOffsets terms, MaskedFactor factor) {
    for (int column = 0; column < columns; column += Lanes.TILE) {
      addTile(outRow, column, columns, leftStart, terms, factor);
    }
  }

  private void addWide(
      int leftStart, TermOffsets terms, int rightStart, int outAt, MaskedFactor factor) {
    if (Lanes.FEW_REGISTERS) {
      addHalf(leftStart, terms, rightStart, outAt, factor, factor.at(outAt));
      addHalf(
          leftStart + 4,
          terms,
          rightStart,
          outAt + 4 * outStride,
          factor,
          factor.at(outAt) + 4 * factor.stride());
    } else {
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
          outStride,
          factor.kept(),
          factor.at(outAt),
          factor.stride(),
          factor.value());
    }
  }

  private void addHalf(
      int leftStart,
      TermOffsets terms,
      int rightStart,
      int outAt,
      MaskedFactor factor,
      int keptAt) {
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
        outStride,
        factor.kept(),
        keptAt,
        factor.stride(),
        factor.value());
  }

  private void addNarrow(
      int leftStart, TermOffsets terms, int rightStart, int outAt, MaskedFactor factor) {
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
        outStride,
        factor.kept(),
        factor.at(outAt),
        factor.stride(),
        factor.value());
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
      int outStride,
      int[] kept,
      int keptAt,
      int keptStride,
      float factor) {
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
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + 1]);
      s10 = l1.fma(r0, s10);
      s11 = l1.fma(r1, s11);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2]);
      s20 = l2.fma(r0, s20);
      s21 = l2.fma(r1, s21);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3]);
      s30 = l3.fma(r0, s30);
      s31 = l3.fma(r1, s31);
      FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + 4]);
      s40 = l4.fma(r0, s40);
      s41 = l4.fma(r1, s41);
      FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + 5]);
      s50 = l5.fma(r0, s50);
      s51 = l5.fma(r1, s51);
      FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + 6]);
      s60 = l6.fma(r0, s60);
      s61 = l6.fma(r1, s61);
      FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + 7]);
      s70 = l7.fma(r0, s70);
      s71 = l7.fma(r1, s71);
    }
    if (kept.length == 0) {
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
      return;
    }
    IntVector toSign = PackedMask.TO_SIGN;
    IntVector step = IntVector.broadcast(INTEGERS, Float.floatToRawIntBits(factor));
    s00.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt))
        .intoArray(out, outAt);
    s01.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + LANES))
        .intoArray(out, outAt + LANES);
    s10.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + outStride))
        .intoArray(out, outAt + outStride);
    s11.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + outStride + LANES))
        .intoArray(out, outAt + outStride + LANES);
    s20.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 2 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride))
        .intoArray(out, outAt + 2 * outStride);
    s21.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 2 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride + LANES))
        .intoArray(out, outAt + 2 * outStride + LANES);
    s30.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 3 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride))
        .intoArray(out, outAt + 3 * outStride);
    s31.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 3 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride + LANES))
        .intoArray(out, outAt + 3 * outStride + LANES);
    s40.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 4 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 4 * outStride))
        .intoArray(out, outAt + 4 * outStride);
    s41.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 4 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 4 * outStride + LANES))
        .intoArray(out, outAt + 4 * outStride + LANES);
    s50.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 5 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 5 * outStride))
        .intoArray(out, outAt + 5 * outStride);
    s51.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 5 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 5 * outStride + LANES))
        .intoArray(out, outAt + 5 * outStride + LANES);
    s60.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 6 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 6 * outStride))
        .intoArray(out, outAt + 6 * outStride);
    s61.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 6 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 6 * outStride + LANES))
        .intoArray(out, outAt + 6 * outStride + LANES);
    s70.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 7 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 7 * outStride))
        .intoArray(out, outAt + 7 * outStride);
    s71.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 7 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 7 * outStride + LANES))
        .intoArray(out, outAt + 7 * outStride + LANES);
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
      int outStride,
      int[] kept,
      int keptAt,
      int keptStride,
      float factor) {
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
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + 1]);
      s10 = l1.fma(r0, s10);
      s11 = l1.fma(r1, s11);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2]);
      s20 = l2.fma(r0, s20);
      s21 = l2.fma(r1, s21);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3]);
      s30 = l3.fma(r0, s30);
      s31 = l3.fma(r1, s31);
    }
    if (kept.length == 0) {
      s00.intoArray(out, outAt);
      s01.intoArray(out, outAt + LANES);
      s10.intoArray(out, outAt + outStride);
      s11.intoArray(out, outAt + outStride + LANES);
      s20.intoArray(out, outAt + 2 * outStride);
      s21.intoArray(out, outAt + 2 * outStride + LANES);
      s30.intoArray(out, outAt + 3 * outStride);
      s31.intoArray(out, outAt + 3 * outStride + LANES);
      return;
    }
    IntVector toSign = PackedMask.TO_SIGN;
    IntVector step = IntVector.broadcast(INTEGERS, Float.floatToRawIntBits(factor));
    s00.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt))
        .intoArray(out, outAt);
    s01.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + LANES))
        .intoArray(out, outAt + LANES);
    s10.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + outStride))
        .intoArray(out, outAt + outStride);
    s11.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + outStride + LANES))
        .intoArray(out, outAt + outStride + LANES);
    s20.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 2 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride))
        .intoArray(out, outAt + 2 * outStride);
    s21.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 2 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride + LANES))
        .intoArray(out, outAt + 2 * outStride + LANES);
    s30.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 3 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride))
        .intoArray(out, outAt + 3 * outStride);
    s31.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 3 * keptStride + 1])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride + LANES))
        .intoArray(out, outAt + 3 * outStride + LANES);
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
      int outStride,
      int[] kept,
      int keptAt,
      int keptStride,
      float factor) {
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
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + 1]);
      s10 = l1.fma(r0, s10);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2]);
      s20 = l2.fma(r0, s20);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3]);
      s30 = l3.fma(r0, s30);
      FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + 4]);
      s40 = l4.fma(r0, s40);
      FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + 5]);
      s50 = l5.fma(r0, s50);
      FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + 6]);
      s60 = l6.fma(r0, s60);
      FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + 7]);
      s70 = l7.fma(r0, s70);
    }
    if (kept.length == 0) {
      s00.intoArray(out, outAt);
      s10.intoArray(out, outAt + outStride);
      s20.intoArray(out, outAt + 2 * outStride);
      s30.intoArray(out, outAt + 3 * outStride);
      s40.intoArray(out, outAt + 4 * outStride);
      s50.intoArray(out, outAt + 5 * outStride);
      s60.intoArray(out, outAt + 6 * outStride);
      s70.intoArray(out, outAt + 7 * outStride);
      return;
    }
    IntVector toSign = PackedMask.TO_SIGN;
    IntVector step = IntVector.broadcast(INTEGERS, Float.floatToRawIntBits(factor));
    s00.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt))
        .intoArray(out, outAt);
    s10.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + outStride))
        .intoArray(out, outAt + outStride);
    s20.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 2 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride))
        .intoArray(out, outAt + 2 * outStride);
    s30.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 3 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride))
        .intoArray(out, outAt + 3 * outStride);
    s40.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 4 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 4 * outStride))
        .intoArray(out, outAt + 4 * outStride);
    s50.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 5 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 5 * outStride))
        .intoArray(out, outAt + 5 * outStride);
    s60.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 6 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 6 * outStride))
        .intoArray(out, outAt + 6 * outStride);
    s70.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 7 * keptStride])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 7 * outStride))
        .intoArray(out, outAt + 7 * outStride);
  }
}
