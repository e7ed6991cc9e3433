package prunesweep.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static prunesweep.trainer.fixture.Networks.kernel;
import static prunesweep.trainer.fixture.Networks.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.NetworkSpec;

class CompactNetworkTest {

  private static void requireSameOutputs(TrainedNetwork network, TrainedNetwork compact) {
    float[] before = Exported.probabilities(new ForwardPass(network));
    float[] after = Exported.probabilities(new ForwardPass(compact));
    assertThat(after).containsExactly(before, within(1e-5f));
    assertThat(Exported.classes(after)).isEqualTo(Exported.classes(before));
  }

  /**
   * Three inputs, of which the second leads nowhere; three units: one live, one that nothing leads
   * into and whose bias of 2 becomes 2 x 3 above, one that nothing leads out of.
   */
  @Test
  void leavesOutWhatIsDead() {
    Parameters parameters =
        new Parameters(
            List.of(
                kernel(row(1, 0, 5), row(0, 0, 0), row(2, 0, 6)),
                kernel(row(7, 8), row(3, 0), row(0, 0))),
            List.of(row(0.5, 2, 9), row(0.25, 0.75)));
    TrainedNetwork network =
        new TrainedNetwork(
            Architecture.of(new NetworkSpec(List.of(3), true), 3, 2),
            parameters,
            Exported.SAMPLE.encoding(),
            List.of(0, 1, 2));

    TrainedNetwork compact = CompactNetwork.of(network);

    assertThat(compact.features()).containsExactly(0, 2);
    assertThat(compact.architecture().layers())
        .containsExactly(new Layer.Dense(2, 1), new Layer.Dense(1, 2));
    assertThat(compact.parameters().kernels())
        .extracting(Kernel::weights)
        .containsExactly(row(1, 2), row(7, 8));
    assertThat(compact.parameters().biases()).containsExactly(row(0.5), row(6.25, 0.75));
  }

  @Test
  void hasTheSameOutputsFromFewerWeights() {
    TrainedNetwork network = Exported.perceptron(0.01);
    TrainedNetwork compact = CompactNetwork.of(network);

    assertThat(compact.parameters().weights()).isLessThan(network.parameters().weights() / 2);
    requireSameOutputs(network, compact);
  }

  @Test
  void aNetworkWithoutDeadPartsStaysAsItIs() {
    TrainedNetwork network = Exported.perceptron(1);

    assertThat(CompactNetwork.of(network).parameters().weights())
        .isEqualTo(network.parameters().weights());
  }

  @Test
  void aNetworkWithoutWeightsKeepsAUnitALayer() {
    TrainedNetwork network = Exported.perceptron(0);
    TrainedNetwork compact = CompactNetwork.of(network);

    assertThat(compact.spec().hidden()).containsExactly(1, 1, 1);
    assertThat(compact.features()).hasSize(1);
    requireSameOutputs(network, compact);
  }

  /** Channels die too: dead ones, and constant ones below a layer without padding. */
  @Test
  void leavesOutDeadChannels() {
    NetworkSpec spec =
        new NetworkSpec(
            List.of(new ConvolutionSpec(8, 5, 2, 2), new ConvolutionSpec(12, 3, 0, 2)),
            List.of(20),
            true);
    for (double kept : new double[] {0.02, 0.1}) {
      TrainedNetwork network = Exported.of(spec, kept);
      TrainedNetwork compact = CompactNetwork.of(network);

      assertThat(compact.parameters().weights()).isLessThan(network.parameters().weights());
      assertThat(compact.features()).hasSize(784);
      requireSameOutputs(network, compact);
    }
  }

  /** The sum of a constant map differs at the rim, where zeros are around it. */
  @Test
  void keepsAConstantChannelBelowAPadding() {
    NetworkSpec spec =
        new NetworkSpec(
            List.of(new ConvolutionSpec(4, 3, 0, 1), new ConvolutionSpec(5, 3, 1, 2)),
            List.of(10),
            true);
    TrainedNetwork network = Exported.of(spec, 0.08);

    requireSameOutputs(network, CompactNetwork.of(network));
  }
}
