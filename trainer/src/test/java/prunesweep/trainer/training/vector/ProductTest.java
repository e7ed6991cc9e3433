package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products against a double loop of fused multiply-adds: equal to the last bit. */
class ProductTest {

  private static final long SEED = 99;
  private static final int LANES = Product.LANES;
  private static final float UNTOUCHED = 1234.5f;

  /** Rows, whole vectors of columns, depth, unused columns behind each row of right and of out. */
  @ParameterizedTest(name = "{0} rows, {1} vectors, depth {2}, gaps {3} {4}")
  @CsvSource({
    "8, 1, 1, 0, 0",
    "8, 2, 3, 0, 0",
    "16, 3, 17, 0, 0",
    "24, 4, 40, 5, 0",
    "8, 5, 7, 0, 9",
    "32, 1, 100, 3, 2",
    "8, 2, 0, 1, 1",
  })
  void replacesByTheNaiveProduct(int rows, int vectors, int depth, int rightGap, int outGap) {
    Case shape =
        new Case(
            rows, vectors * LANES, depth, vectors * LANES + rightGap, vectors * LANES + outGap);
    float[] left = random(rows * (depth + 3), SEED);
    float[] right = random(depth * shape.rightStride, SEED + 1);
    float[] out = filled(rows * shape.outStride);
    new Product(left, depth + 3, 1, right, shape.rightStride, out, shape.outStride)
        .replace(rows, shape.columns, depth);

    assertThat(out).isEqualTo(naive(shape, left, depth + 3, 1, right));
  }

  /** The left matrix read column by column, as the weight gradient needs it. */
  @Test
  void readsTheLeftMatrixWithAnyStrides() {
    Case shape = new Case(16, 3 * LANES, 11, 3 * LANES, 3 * LANES);
    float[] left = random(11 * 20, SEED);
    float[] right = random(11 * shape.rightStride, SEED + 1);
    float[] out = filled(16 * shape.outStride);
    new Product(left, 1, 20, right, shape.rightStride, out, shape.outStride)
        .replace(16, shape.columns, 11);

    assertThat(out).isEqualTo(naive(shape, left, 1, 20, right));
  }

  @ParameterizedTest(name = "{0} rows, {1} vectors, depth {2}, gap {3}")
  @CsvSource({"8, 1, 5, 0", "16, 2, 32, 0", "8, 3, 30, 4", "24, 5, 1, 1"})
  void addsTheScaledProduct(int rows, int vectors, int depth, int outGap) {
    Case shape = new Case(rows, vectors * LANES, depth, vectors * LANES, vectors * LANES + outGap);
    float[] left = random(depth * rows, SEED);
    float[] right = random(depth * shape.rightStride, SEED + 1);
    float[] before = random(rows * shape.outStride, SEED + 2);
    float[] factors = zerosAndOnes(before.length);
    float[] plain = before.clone();
    float[] masked = before.clone();
    new Product(left, 1, rows, right, shape.rightStride, plain, shape.outStride)
        .add(-0.125f, null, rows, shape.columns, depth);
    new Product(left, 1, rows, right, shape.rightStride, masked, shape.outStride)
        .add(-0.125f, factors, rows, shape.columns, depth);

    float[] product = naive(shape, left, 1, rows, right);
    for (int at = 0; at < before.length; at++) {
      boolean isGap = at % shape.outStride >= shape.columns;
      float sum = isGap ? before[at] : Math.fma(product[at], -0.125f, before[at]);
      assertThat(plain[at]).as("at %d", at).isEqualTo(sum);
      assertThat(masked[at]).as("at %d", at).isEqualTo(isGap ? sum : sum * factors[at]);
    }
  }

  private record Case(int rows, int columns, int depth, int rightStride, int outStride) {}

  private static float[] naive(
      Case shape, float[] left, int leftRowStride, int leftDepthStride, float[] right) {
    float[] out = filled(shape.rows * shape.outStride);
    for (int row = 0; row < shape.rows; row++) {
      for (int column = 0; column < shape.columns; column++) {
        float sum = 0;
        for (int k = 0; k < shape.depth; k++) {
          float factor = left[row * leftRowStride + k * leftDepthStride];
          sum = Math.fma(factor, right[k * shape.rightStride + column], sum);
        }
        out[row * shape.outStride + column] = sum;
      }
    }
    return out;
  }

  private static float[] random(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int index = 0; index < length; index++) {
      values[index] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] zerosAndOnes(int length) {
    float[] values = random(length, SEED + 3);
    for (int index = 0; index < length; index++) {
      values[index] = values[index] > 0 ? 1 : 0;
    }
    return values;
  }

  private static float[] filled(int length) {
    float[] values = new float[length];
    Arrays.fill(values, UNTOUCHED);
    return values;
  }
}
