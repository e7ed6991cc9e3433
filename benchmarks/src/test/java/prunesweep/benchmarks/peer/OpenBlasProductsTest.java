package prunesweep.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import prunesweep.benchmarks.subject.LayerShape;
import prunesweep.benchmarks.subject.ProductKind;

/** Against sums written out: a product with a wrong stride would be timed as readily. */
class OpenBlasProductsTest {

  private static final int IMAGES = 4;
  private static final int INPUTS = 7;
  private static final int UNITS = 5;

  private final OpenBlasProducts products =
      new OpenBlasProducts(new LayerShape(IMAGES, INPUTS, UNITS));

  @Test
  void forwardIsInputTimesWeights() {
    products.product(ProductKind.FORWARD).run();
    for (int image = 0; image < IMAGES; image++) {
      for (int unit = 0; unit < UNITS; unit++) {
        double sum = 0;
        for (int input = 0; input < INPUTS; input++) {
          sum +=
              at(products.input, INPUTS, image, input) * at(products.weights, UNITS, input, unit);
        }
        assertThat(at(products.output, UNITS, image, unit)).isCloseTo(sum, within(1e-5));
      }
    }
  }

  @Test
  void backwardIsGradientTimesTransposedWeights() {
    products.product(ProductKind.BACKWARD).run();
    for (int image = 0; image < IMAGES; image++) {
      for (int input = 0; input < INPUTS; input++) {
        double sum = 0;
        for (int unit = 0; unit < UNITS; unit++) {
          sum +=
              at(products.outputGradient, UNITS, image, unit)
                  * at(products.weights, UNITS, input, unit);
        }
        assertThat(at(products.inputGradient, INPUTS, image, input)).isCloseTo(sum, within(1e-5));
      }
    }
  }

  @Test
  void updateSubtractsTheMeanGradientTimesTheRate() {
    float[] before = new float[INPUTS * UNITS];
    products.weights.get(before);
    products.product(ProductKind.UPDATE).run();
    for (int input = 0; input < INPUTS; input++) {
      for (int unit = 0; unit < UNITS; unit++) {
        double sum = 0;
        for (int image = 0; image < IMAGES; image++) {
          sum +=
              at(products.input, INPUTS, image, input)
                  * at(products.outputGradient, UNITS, image, unit);
        }
        double expected = before[input * UNITS + unit] - 0.01 / IMAGES * sum;
        assertThat(at(products.weights, UNITS, input, unit)).isCloseTo(expected, within(1e-6));
      }
    }
  }

  private static double at(FloatPointer matrix, int columns, int row, int column) {
    return matrix.get((long) row * columns + column);
  }
}
