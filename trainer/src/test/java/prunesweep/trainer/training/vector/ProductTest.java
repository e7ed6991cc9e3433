package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products against a double loop of fused multiply-adds: equal to the last bit. */
class ProductTest {

  private static final long SEED = 99;
  private static final int LANES = Lanes.LANES;
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
    "0, 2, 3, 0, 0",
  })
  void replacesByTheNaiveProduct(int rows, int vectors, int depth, int rightGap, int outGap) {
    int columns = vectors * LANES;
    int rightStride = columns + rightGap;
    int outStride = columns + outGap;
    PanelLayout layout = PanelLayout.of(rows, depth);
    float[] left = random(layout.size(), SEED);
    float[] right = random(depth * rightStride, SEED + 1);
    float[] out = new float[rows * outStride];
    Arrays.fill(out, UNTOUCHED);
    TermOffsets terms = new TermOffsets(depth);
    for (int k = 0; k < depth; k++) {
      terms.add(layout.at(0, k), k * rightStride);
    }
    new Product(left, right, out, outStride).replace(rows, columns, terms);

    for (int at = 0; at < out.length; at++) {
      int row = at / outStride;
      int column = at % outStride;
      float sum = 0;
      for (int k = 0; k < depth && column < columns; k++) {
        sum = Math.fma(left[layout.at(row, k)], right[k * rightStride + column], sum);
      }
      assertThat(out[at]).isEqualTo(column < columns ? sum : UNTOUCHED);
    }
  }

  /** Whole vectors of columns, and the terms taken, in order, of 40. */
  @ParameterizedTest(name = "{0} vectors, every {1}th term")
  @CsvSource({"1, 1", "2, 1", "3, 1", "5, 1", "1, 3", "4, 7", "5, 41"})
  void addsOrWritesTheFactoredProductOfTheTermsListed(int vectors, int every) {
    int columns = vectors * LANES;
    float[] left = random(40 * 8 + 5, SEED);
    float[] right = random(40 * columns, SEED + 1);
    float[] before = random(24 * columns, SEED + 2);
    TermOffsets terms = new TermOffsets(40);
    for (int k = every - 1; k < 40; k += every) {
      terms.add(k * 8, k * columns);
    }
    PackedMask kept = PackedMask.none(before.length);
    boolean[] isKept = keepSome(kept, before.length);
    float[] uniform = before.clone();
    float[] masked = before.clone();
    float[] written = before.clone();
    product(left, right, uniform, columns)
        .addRows(8, columns, 5, terms, MaskedFactor.uniform(-0.125f));
    product(left, right, masked, columns)
        .addRows(8, columns, 5, terms, MaskedFactor.kept(-0.125f, kept, columns));
    product(left, right, written, columns).addRows(8, columns, 5, terms, MaskedFactor.WRITTEN);

    for (int at = 0; at < before.length; at++) {
      int row = at / columns - 8;
      boolean isRow = row >= 0 && row < 8;
      boolean isAdded = isRow && every <= 40;
      float sum = isAdded ? sum(left, right, terms, row, at % columns) : 0;
      assertThat(uniform[at]).isEqualTo(isAdded ? Math.fma(sum, -0.125f, before[at]) : before[at]);
      assertThat(masked[at]).isEqualTo(isKept[at] ? uniform[at] : before[at]);
      assertThat(written[at]).isEqualTo(isRow ? sum : before[at]);
    }
  }

  private static boolean[] keepSome(PackedMask kept, int size) {
    Random random = new Random(SEED + 3);
    boolean[] isKept = new boolean[size];
    for (int at = 0; at < size; at++) {
      isKept[at] = random.nextBoolean();
      if (isKept[at]) {
        kept.keep(at);
      }
    }
    return isKept;
  }

  private static AddedProduct product(float[] left, float[] right, float[] out, int columns) {
    return new AddedProduct(left, right, Lanes.TILE, out, columns, Lanes.TILE);
  }

  private static float sum(float[] left, float[] right, TermOffsets terms, int row, int column) {
    float sum = 0;
    for (int term = 0; term < terms.count(); term++) {
      float factor = left[5 + terms.left()[term] + row];
      sum = Math.fma(factor, right[terms.right()[term] + column], sum);
    }
    return sum;
  }

  private static float[] random(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int index = 0; index < length; index++) {
      values[index] = (float) random.nextGaussian();
    }
    return values;
  }
}
