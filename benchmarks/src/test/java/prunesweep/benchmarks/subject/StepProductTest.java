package prunesweep.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepProductTest {

  private static final List<LayerShape> LAYERS =
      List.of(new LayerShape(32, 784, 300), new LayerShape(32, 300, 10));

  @Test
  void comeInTheOrderOfAStep() {
    assertThat(StepProduct.of(LAYERS))
        .extracting(StepProduct::label)
        .containsExactly(
            "forward, layer 1, 32x784x300",
            "forward, layer 2, 32x300x10",
            "backward, layer 2, 32x300x10",
            "update, layer 2, 32x300x10",
            "update, layer 1, 32x784x300");
  }

  @Test
  void countsAMultiplicationAndAnAdditionEach() {
    assertThat(LAYERS.get(0).operations()).isEqualTo(2.0 * 32 * 784 * 300);
  }
}
