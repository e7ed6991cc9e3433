package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

class GraspTest {

  private static final LabelledImages WHITE = SmallImages.of(new int[][] {{255}}, 0);

  /**
   * One input of 1, one unit of weight a = 1, two classes with weights b = (1, 1): both have chance
   * 1/2. With t = 1/200 the gradient is (b . e, a e) with e = t (-1/2, 1/2): 0 for a, e for b.
   * Moved along it the logits go by a e, the errors by t^2 / 2 x e, each class with its own sign;
   * so a's gradient by e . e + b . (t^2 e / 2) = t^2 / 2, and b's by t^2 e / 2.
   */
  @Test
  void hessianTimesGradientByHand() {
    Parameters parameters = parameters(kernel(new float[] {1}), kernel(new float[] {1, 1}));
    List<double[]> product = new HessianGradient(parameters).of(WHITE, new int[] {0, 0});
    double step = 1 / 200.0;

    assertThat(product.get(0)).containsExactly(new double[] {step * step / 2}, within(1e-18));
    assertThat(product.get(1))
        .containsExactly(
            new double[] {-step * step * step / 4, step * step * step / 4}, within(1e-20));
  }

  @Test
  void scoresKeepTheirSign() {
    List<Kernel> kernels = List.of(kernel(new float[] {1, -2}, new float[] {3, 0}));
    Facts facts = Facts.ofHessianGradient(List.of(new double[] {-2, -3, 0.5, 7}));

    assertThat(HandScores.scores("grasp", kernels, facts).get(0)).containsExactly(-2, 6, 1.5, 0);
  }

  /** A kernel of two weights on an image of one pixel slides. */
  @Test
  void convolutionsAreRefused() {
    Parameters parameters =
        parameters(kernel(new float[] {1}, new float[] {1}), kernel(new float[] {1, 1}));

    assertThatThrownBy(() -> new HessianGradient(parameters).of(WHITE, new int[] {0}))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "score must be one without second derivatives for networks with convolutions, got one"
                + " that needs them");
  }

  private static Parameters parameters(Kernel hidden, Kernel output) {
    return new Parameters(List.of(hidden, output), List.of(new float[0], new float[0]));
  }
}
