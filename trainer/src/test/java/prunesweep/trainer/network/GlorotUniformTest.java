package prunesweep.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.spec.NetworkSpec;

class GlorotUniformTest {

  private static final NetworkSpec PAPER = new NetworkSpec(List.of(300, 200, 100, 50), true);

  @Test
  void makesThePapersNetwork() {
    Parameters parameters = GlorotUniform.initialise(PAPER, 784, 10, 0);

    assertThat(parameters.weights()).isEqualTo(320_700);
    assertThat(parameters.nonZeroWeights()).isEqualTo(320_700);
    assertThat(parameters.hidden().stream().map(Kernel::size))
        .containsExactly(235_200, 60_000, 20_000, 5_000);
    Architecture paper = Architecture.of(PAPER, 784, 10);
    assertThat(paper.prunableWeights()).isEqualTo(235_200 + 60_000 + 20_000 + 5_000);
    assertThat(paper.weights()).isEqualTo(parameters.weights());
    assertThat(parameters.biases())
        .extracting(bias -> bias.length)
        .containsExactly(300, 200, 100, 50, 10);
    assertThat(parameters.biases()).allSatisfy(bias -> assertThat(bias).containsOnly(0));
  }

  @Test
  void hasNoBiasesWhereTheSpecHasNone() {
    Parameters parameters = GlorotUniform.initialise(new NetworkSpec(List.of(3), false), 4, 2, 0);

    assertThat(parameters.biases()).allSatisfy(bias -> assertThat(bias).isEmpty());
  }

  /** sqrt(6 / 1084) = 0.0743975...; a uniform law on ±a has mean 0 and variance a^2 / 3. */
  @Test
  void weightsAreUniformWithinTheLimit() {
    float[] weights = GlorotUniform.initialise(PAPER, 784, 10, 3).kernels().get(0).weights();
    double limit = Math.sqrt(6.0 / 1084);
    double largest = 0;
    double sum = 0;
    double squares = 0;
    int inTopQuarter = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
      sum += weight;
      squares += weight * (double) weight;
      inTopQuarter += weight > limit / 2 ? 1 : 0;
    }

    // Six standard errors of 235,200 draws.
    assertThat(largest).isBetween(0.999 * limit, Math.nextUp((float) limit) + 0.0);
    assertThat(sum / weights.length).isCloseTo(0, within(6 * limit / Math.sqrt(3.0 * 235_200)));
    assertThat(squares / weights.length).isCloseTo(limit * limit / 3, within(0.01 * limit * limit));
    assertThat(inTopQuarter / 235_200.0).isCloseTo(0.25, within(0.0054));
  }

  @Test
  void eachLayerHasItsOwnStream() {
    Parameters wide = GlorotUniform.initialise(new NetworkSpec(List.of(7, 5, 4), true), 6, 3, 1);
    Parameters narrow = GlorotUniform.initialise(new NetworkSpec(List.of(2, 5, 4), true), 6, 3, 1);

    assertThat(narrow.kernels().get(2).weights()).isEqualTo(wide.kernels().get(2).weights());
    Parameters square = GlorotUniform.initialise(new NetworkSpec(List.of(5, 5), true), 5, 5, 1);
    assertThat(square.kernels().get(1).weights()).isNotEqualTo(square.kernels().get(0).weights());
    assertThat(crc(GlorotUniform.initialise(PAPER, 784, 10, 1)))
        .isNotEqualTo(crc(GlorotUniform.initialise(PAPER, 784, 10, 2)));
  }

  /** Every published result starts from these weights, which random_pins.py makes without Java. */
  @Test
  void isPinned() {
    assertThat(crc(GlorotUniform.initialise(PAPER, 784, 10, 0))).isEqualTo("b3c61d28");
    assertThat(GlorotUniform.initialise(PAPER, 784, 10, 0).kernels().get(0).weights())
        .startsWith(-0.02630261f, -0.01574952f, -0.0647912f);
  }

  private static String crc(Parameters parameters) {
    CRC32 crc = new CRC32();
    for (Kernel kernel : parameters.kernels()) {
      ByteBuffer bytes = ByteBuffer.allocate(kernel.size() * Float.BYTES);
      bytes.asFloatBuffer().put(kernel.weights());
      crc.update(bytes.array());
    }
    return Long.toHexString(crc.getValue());
  }
}
