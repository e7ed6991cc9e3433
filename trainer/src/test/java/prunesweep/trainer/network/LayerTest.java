package prunesweep.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.analysis.LayerAnalysis;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.NetworkSpec;

/** What layers are, by LeNet-5 (LeCun et al. 1998) with every map of its second layer connected. */
class LayerTest {

  private static final Architecture LENET = Architecture.of(Networks.LENET, 784, 10);

  /** 28 x 28 padded to 32 x 32, 6 maps of 28 x 28, 14 x 14, 16 of 10 x 10, 5 x 5: 400 values. */
  @Test
  void lenetHasItsKnownShapes() {
    assertThat(LENET.layers())
        .extracting(layer -> List.of(layer.inputs(), layer.units(), layer.places()))
        .containsExactly(
            List.of(25, 6, 784),
            List.of(150, 16, 100),
            List.of(400, 120, 1),
            List.of(120, 84, 1),
            List.of(84, 10, 1));
    assertThat(LENET.weights()).isEqualTo(150 + 2_400 + 48_000 + 10_080 + 840);
    assertThat(LENET.prunableWeights()).isEqualTo(150 + 2_400 + 48_000 + 10_080);
    assertThat(LENET.classes()).isEqualTo(10);
  }

  /** 117,600 + 240,000 + 48,000 + 10,080 + 840 multiplications and as many additions. */
  @Test
  void lenetHasItsKnownOperations() {
    Parameters parameters = GlorotUniform.initialise(Networks.LENET, 784, 10, 0);

    assertThat(LENET.flops(parameters)).isEqualTo(2 * 416_520);
    assertThat(LayerAnalysis.describe("dense", LENET, parameters))
        .extracting(LayerResult::kiloFlops)
        .containsExactly(235.2, 480.0, 96.0, 20.16);
  }

  @Test
  void zerosAreNotCounted() {
    Parameters parameters = GlorotUniform.initialise(Networks.LENET, 784, 10, 0);
    float[] second = parameters.kernels().get(1).weights();
    IntStream.range(0, 1_000).forEach(index -> second[index] = 0);

    assertThat(LENET.flops(parameters)).isEqualTo(2 * (416_520 - 1_000 * 100));
  }

  /** sqrt(6 / (fan in + fan out)): 25 + 150, 150 + 400, 400 + 120 values. */
  @Test
  void lenetStartsWithinGlorotsLimits() {
    List<Kernel> kernels = GlorotUniform.initialise(Networks.LENET, 784, 10, 0).kernels();
    double[] limits = {Math.sqrt(6.0 / 175), Math.sqrt(6.0 / 550), Math.sqrt(6.0 / 520)};

    for (int layer = 0; layer < limits.length; layer++) {
      double largest = 0;
      double squares = 0;
      for (float weight : kernels.get(layer).weights()) {
        largest = Math.max(largest, Math.abs(weight));
        squares += weight * (double) weight;
      }
      double limit = limits[layer];
      assertThat(largest).isBetween(0.95 * limit, Math.nextUp((float) limit) + 0.0);
      double variance = limit * limit / 3;
      double mean = squares / kernels.get(layer).size();
      assertThat(mean)
          .isCloseTo(variance, within(variance * 6 / Math.sqrt(kernels.get(layer).size())));
    }
  }

  /** What is left over at the right and the bottom is dropped: 7 x 7 pools by 3 to 2 x 2. */
  @Test
  void poolingDropsWhatIsLeftOver() {
    FeatureMaps below = new FeatureMaps(2, 7, 7);
    Layer.Convolution layer = new Layer.Convolution(below, new ConvolutionSpec(3, 3, 1, 3));

    assertThat(layer.maps()).isEqualTo(new FeatureMaps(3, 7, 7));
    assertThat(layer.pooled()).isEqualTo(new FeatureMaps(3, 2, 2));
    assertThat(layer.inputs()).isEqualTo(18);
    assertThat(layer.fanOut()).isEqualTo(27);
  }

  @Test
  void refusesConvolutionsThatDoNotFit() {
    NetworkSpec wide = network(new ConvolutionSpec(6, 8, 0, 1));
    NetworkSpec pooled = network(new ConvolutionSpec(6, 4, 0, 5));
    String rule =
        "network.convolutions must be small enough for maps of 7 x 7, kernel and pooling"
            + " together, got ";

    assertThatThrownBy(() -> Architecture.of(wide, 49, 10))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(rule + "6c8");
    assertThatThrownBy(() -> Architecture.of(pooled, 49, 10)).hasMessage(rule + "6c4m5");
    assertThat(Architecture.of(network(new ConvolutionSpec(6, 4, 0, 4)), 49, 10).layers())
        .hasSize(3);
  }

  @Test
  void refusesConvolutionsOfImagesThatAreNotSquare() {
    assertThatThrownBy(() -> Architecture.of(network(new ConvolutionSpec(1, 1, 0, 1)), 50, 10))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "network.convolutions must be left out for images that are not square, got images of"
                + " 50 pixels");
    assertThat(Architecture.of(new NetworkSpec(List.of(9), true), 50, 10).layers()).hasSize(2);
  }

  private static NetworkSpec network(ConvolutionSpec convolution) {
    return new NetworkSpec(List.of(convolution), List.of(9), true);
  }

  /** LeNet-5: 1 + 6 + 5 + 5, 6 + 16 + 5 + 5, 400 + 120, 120 + 84, 84 + 10. */
  @Test
  void dimensionsAddUp() {
    assertThat(Architecture.of(Networks.LENET, 784, 10).layers())
        .extracting(Layer::dimensions)
        .containsExactly(17, 32, 520, 204, 94);
  }
}
