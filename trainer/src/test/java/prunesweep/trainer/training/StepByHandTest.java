package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static prunesweep.trainer.fixture.Networks.kernel;
import static prunesweep.trainer.fixture.Networks.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;

/**
 * One step of a 3-2-2 network with pencil and paper. The image is (1, 0, 0.2) of class 1.
 *
 * <p>Hidden: 1 x 0.5 - 0.2 x 0.5 + 0.1 = 0.5, and -1 x 0.5 + 0.2 x 1 - 0.2 = -0.5, so 0. Logits 0.5
 * and -0.5: probabilities 1 / (1 + 1/e) = 0.7310586 and 0.2689414, loss 1.3132617. Gradients of the
 * logits 0.7310586 and -0.7310586; of the first hidden neuron 0.7310586 x (1 + 1) = 1.4621172; of
 * the second none, for it is not active. Learning rate 0.1.
 */
class StepByHandTest {

  private static final LabelledImages IMAGE = SmallImages.of(new int[][] {{255, 0, 51}}, 1);

  private static final Parameters BEFORE =
      new Parameters(
          List.of(
              kernel(row(0.5, -0.5), row(0.25, 0.75), row(-0.5, 1)),
              kernel(row(1, -1), row(0.5, 0.25))),
          List.of(row(0.1, -0.2), row(0, 0)));

  private static final float[] HIDDEN_AFTER = row(0.35378828, -0.5, 0.25, 0.75, -0.52924234, 1);
  private static final float[] HIDDEN_BIAS_AFTER = row(-0.04621172, -0.2);
  private static final float[] OUTPUT_AFTER = row(0.96344707, -0.96344707, 0.5, 0.25);
  private static final float[] OUTPUT_BIAS_AFTER = row(-0.07310586, 0.07310586);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void movesAgainstTheGradient(Engine engine) {
    try (TrainingEngine network = network(engine)) {
      Tally tally = network.train(IMAGE, new int[] {0});

      assertThat(tally.lossSum()).isCloseTo(1.3132617, within(1e-6));
      assertThat(tally.hits()).isZero();
      assertThat(tally.class0Top1()).isEqualTo(1);
      assertThat(tally.class0Top5()).isEqualTo(1);
      assertThat(tally.images()).isEqualTo(1);
      requireMovedOnce(network.parameters());
    }
  }

  /** The gradient is the batch's mean: four times the same image is the same step. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void takesTheMeanOfTheBatch(Engine engine) {
    try (TrainingEngine network = network(engine)) {
      Tally tally = network.train(IMAGE, new int[] {0, 0, 0, 0});

      assertThat(tally.lossSum()).isCloseTo(4 * 1.3132617, within(4e-6));
      assertThat(tally.images()).isEqualTo(4);
      requireMovedOnce(network.parameters());
    }
  }

  /** The second batch holds one image and is a whole step: the loss is that after the first. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void theLastBatchTakesWhatIsLeft(Engine engine) {
    try (TrainingEngine network = network(engine);
        TrainingEngine stepped = network(engine)) {
      Tally tally = network.train(IMAGE, new int[] {0, 0, 0, 0, 0});
      stepped.train(IMAGE, new int[] {0});
      double lossAfter = stepped.evaluate(IMAGE).loss();

      assertThat(tally.lossSum()).isCloseTo(4 * 1.3132617 + lossAfter, within(5e-6));
      assertThat(lossAfter).isLessThan(1.0);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void evaluatesWithoutAChange(Engine engine) {
    try (TrainingEngine network = network(engine)) {
      Evaluation evaluation = network.evaluate(IMAGE);

      assertThat(evaluation.loss()).isCloseTo(1.3132617, within(1e-6));
      assertThat(evaluation.accuracy()).isZero();
      assertThat(evaluation.class0Top1()).isEqualTo(1);
      assertThat(Networks.bits(network.parameters())).isEqualTo(Networks.bits(BEFORE));
    }
  }

  private static void requireMovedOnce(Parameters after) {
    assertThat(after.kernels().get(0).weights()).containsExactly(HIDDEN_AFTER, offset(2e-7f));
    assertThat(after.biases().get(0)).containsExactly(HIDDEN_BIAS_AFTER, offset(2e-7f));
    assertThat(after.kernels().get(1).weights()).containsExactly(OUTPUT_AFTER, offset(2e-7f));
    assertThat(after.biases().get(1)).containsExactly(OUTPUT_BIAS_AFTER, offset(2e-7f));
  }

  private static TrainingEngine network(Engine engine) {
    return Networks.engine(SmallSpecs.training(engine, Optimizer.SGD, 0.1, 4), BEFORE);
  }
}
