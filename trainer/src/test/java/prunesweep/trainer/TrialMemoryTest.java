package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

class TrialMemoryTest {

  /** 18 weights; 7 numbers go into and out of its first layer for an image, 5 of its second. */
  private static final Architecture NETWORK =
      new Architecture(List.of(new Layer.Dense(4, 3), new Layer.Dense(3, 2)), true);

  private static TrialMemory of(Optimizer optimizer, Engine engine) {
    return TrialMemory.of(new TrainingSpec(optimizer, 0.1, 10, 3, 1, engine), NETWORK);
  }

  @Test
  void growsWithWeightsBatchAndMoments() {
    assertThat(of(Optimizer.SGD, Engine.VECTOR))
        .isEqualTo(new TrialMemory(4 * 12 * 18 + 4 * 6 * 10 * 12, 0));
    assertThat(of(Optimizer.ADAM, Engine.VECTOR))
        .isEqualTo(new TrialMemory(4 * 16 * 18 + 4 * 6 * 10 * 12, 0));
  }

  @Test
  void isOutsideTheHeapWhereDeeplearning4jTrains() {
    assertThat(of(Optimizer.SGD, Engine.DL4J)).isEqualTo(new TrialMemory(864, 864 + 2880));
  }

  @Test
  void ofTwoTrialsIsTheLarger() {
    assertThat(new TrialMemory(1, 5).max(new TrialMemory(3, 2))).isEqualTo(new TrialMemory(3, 5));
  }
}
