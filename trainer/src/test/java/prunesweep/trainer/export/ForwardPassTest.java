package prunesweep.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.LabelledRows;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.dl4j.Dl4jEngine;

/** What comes out of raw rows, beside the engines that see the same rows normalised. */
class ForwardPassTest {

  private static double accuracyByForwardPass(TrainedNetwork network) {
    LabelledRows rows = new LabelledRows(Exported.rows(), Exported.SAMPLE.test().labels());
    return Confusion.of(new ForwardPass(network), rows).accuracy();
  }

  private static double accuracyByEngine(TrainedNetwork network) {
    TrainingSpec training = new TrainingSpec(Optimizer.SGD, 0.01, 32, 1, 1, Engine.DL4J);
    try (TrainingEngine engine =
        new Dl4jEngine(network.architecture(), training, network.parameters())) {
      return engine.evaluate(Exported.SAMPLE.test()).accuracy();
    }
  }

  @Test
  void tellsWhatTheEngineTells() {
    for (TrainedNetwork network :
        List.of(
            Exported.perceptron(0.5),
            Exported.of(new NetworkSpec(List.of(30), false), 1),
            Exported.lenet())) {
      assertThat(accuracyByForwardPass(network)).isEqualTo(accuracyByEngine(network));
    }
  }

  @Test
  void aKeptNetworkComesBackWithTheSameBits() {
    for (TrainedNetwork network : List.of(Exported.perceptron(0.1), Exported.lenet())) {
      Parameters before = network.parameters();
      TrainedNetwork back =
          PackedNetwork.unpacked(
              PackedNetwork.of("pruned", network.spec(), network.encoding(), before));

      assertThat(Networks.bits(back.parameters())).isEqualTo(Networks.bits(before));
      assertThat(back.architecture()).isEqualTo(network.architecture());
      assertThat(back.encoding().classNames()).contains("Ankle boot").hasSize(10);
    }
  }
}
