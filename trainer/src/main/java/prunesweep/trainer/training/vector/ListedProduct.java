package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * A matrix product whose left matrix keeps few elements: out = left x right, by lists of them.
 *
 * <p>Every output is one sum over its list, in order, by fused multiply-adds from zero: the sum of
 * {@link Product} without the terms that are zero.
 */
final class ListedProduct {

  /** Rows of out at once; matrices are padded to a multiple of it. */
  private static final int ROWS = 4;

  private final float[] left;
  private final float[] right;
  private final float[] out;
  private final int outStride;
  private final List<int[]> terms;

  /** A product of these arrays; {@code lists} has one list a row of out. */
  ListedProduct(float[] left, float[] right, float[] out, int outStride, TermLists lists) {
    this.left = left;
    this.right = right;
    this.out = out;
    this.outStride = outStride;
    terms = lists.sideBySide(ROWS);
  }

  /** Sets the first {@code columns} columns of out, a multiple of {@link Lanes#LANES}. */
  void replace(int columns) {
    for (int rows = 0; rows < terms.size(); rows++) {
      int outAt = rows * ROWS * outStride;
      int column = 0;
      for (; column + LANES < columns; column += Lanes.TILE) {
        wide(left, right, column, terms.get(rows), out, outAt + column, outStride);
      }
      if (column < columns) {
        narrow(left, right, column, terms.get(rows), out, outAt + column, outStride);
      }
    }
  }

  /** Four rows and two vectors of columns. */
  private static void wide(
      float[] left, float[] right, int column, int[] terms, float[] out, int outAt, int stride) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    for (int at = 0; at < terms.length; at += 2 * ROWS) {
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[terms[at]]);
      int at0 = column + terms[at + 1];
      s00 = l0.fma(FloatVector.fromArray(SPECIES, right, at0), s00);
      s01 = l0.fma(FloatVector.fromArray(SPECIES, right, at0 + LANES), s01);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[terms[at + 2]]);
      int at1 = column + terms[at + 3];
      s10 = l1.fma(FloatVector.fromArray(SPECIES, right, at1), s10);
      s11 = l1.fma(FloatVector.fromArray(SPECIES, right, at1 + LANES), s11);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[terms[at + 4]]);
      int at2 = column + terms[at + 5];
      s20 = l2.fma(FloatVector.fromArray(SPECIES, right, at2), s20);
      s21 = l2.fma(FloatVector.fromArray(SPECIES, right, at2 + LANES), s21);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[terms[at + 6]]);
      int at3 = column + terms[at + 7];
      s30 = l3.fma(FloatVector.fromArray(SPECIES, right, at3), s30);
      s31 = l3.fma(FloatVector.fromArray(SPECIES, right, at3 + LANES), s31);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + LANES);
    s10.intoArray(out, outAt + stride);
    s11.intoArray(out, outAt + stride + LANES);
    s20.intoArray(out, outAt + 2 * stride);
    s21.intoArray(out, outAt + 2 * stride + LANES);
    s30.intoArray(out, outAt + 3 * stride);
    s31.intoArray(out, outAt + 3 * stride + LANES);
  }

  /** Four rows and one vector of columns. */
  private static void narrow(
      float[] left, float[] right, int column, int[] terms, float[] out, int outAt, int stride) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int at = 0; at < terms.length; at += 2 * ROWS) {
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[terms[at]]);
      s0 = l0.fma(FloatVector.fromArray(SPECIES, right, column + terms[at + 1]), s0);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[terms[at + 2]]);
      s1 = l1.fma(FloatVector.fromArray(SPECIES, right, column + terms[at + 3]), s1);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[terms[at + 4]]);
      s2 = l2.fma(FloatVector.fromArray(SPECIES, right, column + terms[at + 5]), s2);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[terms[at + 6]]);
      s3 = l3.fma(FloatVector.fromArray(SPECIES, right, column + terms[at + 7]), s3);
    }
    s0.intoArray(out, outAt);
    s1.intoArray(out, outAt + stride);
    s2.intoArray(out, outAt + 2 * stride);
    s3.intoArray(out, outAt + 3 * stride);
  }
}
