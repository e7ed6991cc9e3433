package prunesweep.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.InitialWeights;
import prunesweep.trainer.spec.NetworkSpec;

class InitialParametersTest {

  /** The fourth moment over the squared variance is 9 / 5 of a uniform law, 3 of a normal one. */
  @ParameterizedTest
  @CsvSource({
    "GLOROT_UNIFORM, 1084, 1.8",
    "GLOROT_NORMAL, 1084, 3",
    "HE_UNIFORM, 784, 1.8",
    "HE_NORMAL, 784, 3"
  })
  void weightsHaveTheVarianceAndShapeOfTheirLaw(InitialWeights law, int fans, double shape) {
    float[] weights = first(law, 784, List.of(300), 3);
    double variance = moment(weights, 2);

    assertThat(variance).isCloseTo(2.0 / fans, within(0.02 / fans));
    assertThat(moment(weights, 4) / (variance * variance)).isCloseTo(shape, within(0.06));
    assertThat(moment(weights, 1)).isCloseTo(0, within(6 * Math.sqrt(variance / weights.length)));
    assertThat(moment(weights, 3) / Math.pow(variance, 1.5)).isCloseTo(0, within(0.05));
  }

  @Test
  void inAConvolutionWhatIsUnderTheKernelComesInAndItsAreaGoesOut() {
    NetworkSpec network =
        new NetworkSpec(
            List.of(new ConvolutionSpec(64, 5, 2, 2), new ConvolutionSpec(96, 5, 0, 2)),
            List.of(9),
            true,
            InitialWeights.GLOROT_NORMAL);
    float[] second = InitialParameters.initialise(network, 784, 10, 5).kernels().get(1).weights();

    double fans = 64 * 25 + 96 * 25;
    assertThat(moment(second, 2)).isCloseTo(2 / fans, within(0.03 / fans));
  }

  /** The first of random_pins.py. */
  @Test
  void theFirstNormalWeightsAreThoseOfAnotherProgram() {
    float[] weights = first(InitialWeights.HE_NORMAL, 4, List.of(3), 7);

    assertThat(Arrays.copyOf(weights, PINS.length)).containsExactly(PINS);
  }

  private static final float[] PINS = {-0.055398487f, -1.220648f, 0.3876365f, -0.03961025f};

  private static float[] first(InitialWeights law, int inputs, List<Integer> hidden, long seed) {
    NetworkSpec network = new NetworkSpec(List.of(), hidden, true, law);
    return InitialParameters.initialise(network, inputs, 10, seed).kernels().get(0).weights();
  }

  private static double moment(float[] values, int order) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value, order);
    }
    return sum / values.length;
  }
}
