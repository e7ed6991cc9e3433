package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product between fixed arrays: out = left x right, or out + scale x left x right.
 *
 * <p>Every output is one sum over the depth, in order, by fused multiply-adds from zero. So its
 * bits depend neither on the width of the host's vectors nor on how the product is cut into tiles.
 * The tiles read the right matrix row by row as it lies in memory; nothing is repacked.
 */
final class Product {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats a vector. */
  static final int LANES = SPECIES.length();

  /** Rows a tile: the rows of a product are a multiple of this. */
  static final int ROWS = 8;

  private final float[] left;
  private final int leftRowStride;
  private final int leftDepthStride;
  private final float[] right;
  private final int rightStride;
  private final float[] out;
  private final int outStride;
  private final float[] sums = new float[ROWS * 2 * LANES];

  /**
   * A product of these arrays.
   *
   * @param left element (row, k) lies at row x leftRowStride + k x leftDepthStride
   * @param right element (k, column) lies at k x rightStride + column
   * @param out element (row, column) lies at row x outStride + column
   */
  Product(
      float[] left,
      int leftRowStride,
      int leftDepthStride,
      float[] right,
      int rightStride,
      float[] out,
      int outStride) {
    this.left = left;
    this.leftRowStride = leftRowStride;
    this.leftDepthStride = leftDepthStride;
    this.right = right;
    this.rightStride = rightStride;
    this.out = out;
    this.outStride = outStride;
  }

  /** Sets out to left x right. Rows are a multiple of {@link #ROWS}, columns of {@link #LANES}. */
  void replace(int rows, int columns, int depth) {
    for (int column = 0; column < columns; column += 2 * LANES) {
      for (int row = 0; row < rows; row += ROWS) {
        tile(row, column, columns, depth, out, row * outStride + column, outStride);
      }
    }
  }

  /**
   * Adds scale x left x right to out, which is then multiplied element by element by {@code
   * factors} where there are any.
   */
  void add(float scale, float @Nullable [] factors, int rows, int columns, int depth) {
    for (int row = 0; row < rows; row += ROWS) {
      for (int column = 0; column < columns; column += 2 * LANES) {
        tile(row, column, columns, depth, sums, 0, 2 * LANES);
        addSums(scale, factors, row * outStride + column, columns - column);
      }
    }
  }

  private void tile(
      int row, int column, int columns, int depth, float[] target, int at, int stride) {
    if (column + LANES < columns) {
      wideTile(row, column, depth, target, at, stride);
    } else {
      narrowTile(row, column, depth, target, at, stride);
    }
  }

  private void addSums(float scale, float @Nullable [] factors, int outAt, int columnsLeft) {
    int width = Math.min(2 * LANES, columnsLeft);
    FloatVector scales = FloatVector.broadcast(SPECIES, scale);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < width; column += LANES) {
        int at = outAt + row * outStride + column;
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, row * 2 * LANES + column);
        FloatVector result = sum.fma(scales, FloatVector.fromArray(SPECIES, out, at));
        if (factors != null) {
          result = result.mul(FloatVector.fromArray(SPECIES, factors, at));
        }
        result.intoArray(out, at);
      }
    }
  }

  /** A tile of eight rows and two vectors of columns: its 16 sums stay in registers. */
  private void wideTile(
      int row, int column, int depth, float[] target, int targetAt, int targetStride) {
    float[] left = this.left;
    float[] right = this.right;
    int rowStride = leftRowStride;
    int leftAt = row * rowStride;
    int rightAt = column;
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
    for (int k = 0; k < depth; k++) {
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightAt);
      FloatVector r1 = FloatVector.fromArray(SPECIES, right, rightAt + LANES);
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt]);
      s00 = l0.fma(r0, s00);
      s01 = l0.fma(r1, s01);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + rowStride]);
      s10 = l1.fma(r0, s10);
      s11 = l1.fma(r1, s11);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2 * rowStride]);
      s20 = l2.fma(r0, s20);
      s21 = l2.fma(r1, s21);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3 * rowStride]);
      s30 = l3.fma(r0, s30);
      s31 = l3.fma(r1, s31);
      FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + 4 * rowStride]);
      s40 = l4.fma(r0, s40);
      s41 = l4.fma(r1, s41);
      FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + 5 * rowStride]);
      s50 = l5.fma(r0, s50);
      s51 = l5.fma(r1, s51);
      FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + 6 * rowStride]);
      s60 = l6.fma(r0, s60);
      s61 = l6.fma(r1, s61);
      FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + 7 * rowStride]);
      s70 = l7.fma(r0, s70);
      s71 = l7.fma(r1, s71);
      leftAt += leftDepthStride;
      rightAt += rightStride;
    }
    s00.intoArray(target, targetAt);
    s01.intoArray(target, targetAt + LANES);
    s10.intoArray(target, targetAt + targetStride);
    s11.intoArray(target, targetAt + targetStride + LANES);
    s20.intoArray(target, targetAt + 2 * targetStride);
    s21.intoArray(target, targetAt + 2 * targetStride + LANES);
    s30.intoArray(target, targetAt + 3 * targetStride);
    s31.intoArray(target, targetAt + 3 * targetStride + LANES);
    s40.intoArray(target, targetAt + 4 * targetStride);
    s41.intoArray(target, targetAt + 4 * targetStride + LANES);
    s50.intoArray(target, targetAt + 5 * targetStride);
    s51.intoArray(target, targetAt + 5 * targetStride + LANES);
    s60.intoArray(target, targetAt + 6 * targetStride);
    s61.intoArray(target, targetAt + 6 * targetStride + LANES);
    s70.intoArray(target, targetAt + 7 * targetStride);
    s71.intoArray(target, targetAt + 7 * targetStride + LANES);
  }

  /** A tile of eight rows and one vector of columns: its 8 sums stay in registers. */
  private void narrowTile(
      int row, int column, int depth, float[] target, int targetAt, int targetStride) {
    float[] left = this.left;
    float[] right = this.right;
    int rowStride = leftRowStride;
    int leftAt = row * rowStride;
    int rightAt = column;
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s60 = FloatVector.zero(SPECIES);
    FloatVector s70 = FloatVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightAt);
      FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt]);
      s00 = l0.fma(r0, s00);
      FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + rowStride]);
      s10 = l1.fma(r0, s10);
      FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + 2 * rowStride]);
      s20 = l2.fma(r0, s20);
      FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + 3 * rowStride]);
      s30 = l3.fma(r0, s30);
      FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + 4 * rowStride]);
      s40 = l4.fma(r0, s40);
      FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + 5 * rowStride]);
      s50 = l5.fma(r0, s50);
      FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + 6 * rowStride]);
      s60 = l6.fma(r0, s60);
      FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + 7 * rowStride]);
      s70 = l7.fma(r0, s70);
      leftAt += leftDepthStride;
      rightAt += rightStride;
    }
    s00.intoArray(target, targetAt);
    s10.intoArray(target, targetAt + targetStride);
    s20.intoArray(target, targetAt + 2 * targetStride);
    s30.intoArray(target, targetAt + 3 * targetStride);
    s40.intoArray(target, targetAt + 4 * targetStride);
    s50.intoArray(target, targetAt + 5 * targetStride);
    s60.intoArray(target, targetAt + 6 * targetStride);
    s70.intoArray(target, targetAt + 7 * targetStride);
  }
}
