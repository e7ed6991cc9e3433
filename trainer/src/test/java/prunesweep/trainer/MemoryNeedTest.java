package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrunkSpec;

class MemoryNeedTest {

  private static void require(int batchSize, List<Integer> hidden) {
    NetworkSpec network = new NetworkSpec(hidden, true);
    TrainingSpec training = SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, batchSize);
    TrunkSpec trunk = new TrunkSpec(DatasetSpec.published("mnist"), network, training, 0);
    MemoryNeed.of(training, Architecture.of(network, 784, 10)).require(trunk);
  }

  @Test
  void refusesALayerThatNoArrayHolds() {
    assertThatThrownBy(() -> require(32, List.of(65536, 65536)))
        .isInstanceOf(OutOfMemoryException.class)
        .hasMessage(
            "Cannot train: network.hidden must be layers of at most 2147483647 weights each, got"
                + " 65536-65536 with 4294967296");
  }

  @Test
  void namesTheKeyThatAsksForMost() {
    assertThatThrownBy(() -> require(32, List.of(46000, 46000, 46000, 46000)))
        .hasMessageStartingWith("Cannot train: network.hidden (46000-46000-46000-46000) must be");
    assertThatThrownBy(() -> require(1 << 20, List.of(10000, 10)))
        .hasMessageStartingWith("Cannot train: training.batch-size (1048576) must be");
  }

  @Test
  void takesTheNetworksOfThePaper() {
    assertThatCode(() -> require(32, List.of(300, 200, 100, 50))).doesNotThrowAnyException();
  }
}
