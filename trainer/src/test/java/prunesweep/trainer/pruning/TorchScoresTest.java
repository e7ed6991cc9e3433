package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.scorer.Need;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.ScoredKernels.Facts;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.training.TrainingEngine;

/** Scores of one network on the same batches by PyTorch, and the masks: see scores.py. */
class TorchScoresTest {

  private static final List<String> SCORES =
      List.of("snip", "lamp", "taylor", "wanda", "synflow", "fisher", "grasp");
  private static final List<String> SHARES = List.of("0.25", "0.6", "0.9");
  private static final StoredNumbers STORED = StoredNumbers.of("scores.txt");
  private static final Parameters PARAMETERS = parameters();
  private static final LabelledImages IMAGES = STORED.images();
  private static final List<int[]> BATCHES =
      List.of(STORED.integers("batch0"), STORED.integers("batch1"));
  private static final double CLOSE = 1e-5;

  @ParameterizedTest
  @FieldSource("SCORES")
  void scoresAreThoseOfPyTorchWithBothEngines(String name) {
    for (Engine engine : Engine.values()) {
      List<double[]> scores = scores(name, engine);
      for (int layer = 0; layer < scores.size(); layer++) {
        double[] stored = STORED.doubles(name + ".scores" + layer);
        double largest = Arrays.stream(stored).map(Math::abs).max().orElseThrow();
        for (int index = 0; index < stored.length; index++) {
          assertThat(Math.abs(scores.get(layer)[index] - stored[index]) / largest)
              .as("%s, layer %d, weight %d", engine, layer, index)
              .isLessThan(CLOSE);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("SCORES")
  void masksWithOneCutAreThoseOfPyTorch(String name) {
    List<double[]> scores = scores(name, Engine.VECTOR);
    List<Kernel> hidden = PARAMETERS.hidden();
    for (String share : SHARES) {
      List<boolean[]> gone =
          Selector.lowest(Selector.candidates(scores, hidden), count(share, hidden));
      requireStored(gone, name + ".global-" + share);
    }
  }

  @ParameterizedTest
  @FieldSource("SCORES")
  void masksLayerByLayerAreThoseOfPyTorch(String name) {
    List<double[]> scores = scores(name, Engine.VECTOR);
    for (String share : SHARES) {
      List<boolean[]> gone = new ArrayList<>();
      for (int layer = 0; layer < scores.size(); layer++) {
        List<Kernel> kernel = List.of(PARAMETERS.kernels().get(layer));
        List<double[]> candidates = Selector.candidates(List.of(scores.get(layer)), kernel);
        gone.addAll(Selector.lowest(candidates, count(share, kernel)));
      }
      requireStored(gone, name + ".layers-" + share);
    }
  }

  @ParameterizedTest
  @FieldSource("SCORES")
  void withTheOutputLayerAmongThemScoresAndMasksAreThoseOfPyTorch(String name) {
    List<Kernel> kernels = PARAMETERS.kernels();
    Facts facts = facts(HandScores.spec(name).need(), Engine.VECTOR);
    List<double[]> scores = HandScores.scores(name, kernels, facts);
    double[] stored = STORED.doubles(name + ".scores2");
    double largest = Arrays.stream(stored).map(Math::abs).max().orElseThrow();
    for (int index = 0; index < stored.length; index++) {
      assertThat(Math.abs(scores.get(2)[index] - stored[index]) / largest).isLessThan(CLOSE);
    }
    for (String share : SHARES) {
      List<boolean[]> gone =
          Selector.lowest(Selector.candidates(scores, kernels), count(share, kernels));
      requireStored(kernels, gone, name + ".with-output-" + share);
    }
  }

  /** The paper's own rule: as many weights of each unit, here half and three quarters. */
  @ParameterizedTest
  @ValueSource(strings = {"wanda.units-0.5", "wanda.units-0.75"})
  void wandaTakesWhatItsOwnRuleTakesOfEachUnit(String name) {
    List<Kernel> hidden = PARAMETERS.hidden();
    List<double[]> scores = Selector.candidates(scores("wanda", Engine.VECTOR), hidden);
    int[] stored = STORED.integers(name);
    List<boolean[]> gone = new ArrayList<>();
    int from = 0;
    for (int layer = 0; layer < hidden.size(); layer++) {
      int until = from + hidden.get(layer).size();
      int kept = Arrays.stream(stored, from, until).sum();
      int count = hidden.get(layer).nonZeroWeights() - kept;
      gone.addAll(Selector.lowest(List.of(scores.get(layer)), count));
      from = until;
    }
    requireStored(gone, name);
  }

  /** A power of two changes no digit. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void aScaledLossScalesTheScoresOfSnip(Engine engine) {
    Facts facts = facts(Need.GRADIENTS, engine);
    List<List<float[]>> scaled =
        facts.gradients().orElseThrow().stream()
            .map(layer -> layer.stream().map(TorchScoresTest::fourfold).toList())
            .toList();

    List<double[]> once = scores("snip", facts);
    List<double[]> fourfold = scores("snip", Facts.ofGradients(scaled));

    for (int layer = 0; layer < once.size(); layer++) {
      assertThat(fourfold.get(layer))
          .containsExactly(Arrays.stream(once.get(layer)).map(score -> 4 * score).toArray());
    }
  }

  /** Nothing leads into unit 1 of the first layer, so nothing that leads out of it is missed. */
  @Test
  void whatLeadsOutOfADeadUnitScoresNothingWithSnip() {
    double[] second = scores("snip", Engine.VECTOR).get(1);

    assertThat(Arrays.copyOfRange(second, 7, 14)).containsOnly(0);
    float[] leading = Arrays.copyOfRange(PARAMETERS.kernels().get(1).weights(), 7, 14);
    assertThat(new Kernel(1, 7, leading).nonZeroWeights()).isPositive();
  }

  private static float[] fourfold(float[] values) {
    float[] fourfold = new float[values.length];
    for (int index = 0; index < values.length; index++) {
      fourfold[index] = 4 * values[index];
    }
    return fourfold;
  }

  private static List<double[]> scores(String name, Engine engine) {
    return scores(name, facts(HandScores.spec(name).need(), engine));
  }

  private static List<double[]> scores(String name, Facts facts) {
    return HandScores.scoresOfWhole(name, PARAMETERS.kernels(), facts);
  }

  private static Facts facts(Need need, Engine engine) {
    try (TrainingEngine network =
        Networks.engine(SmallSpecs.training(engine, Optimizer.SGD, 0.1, 5), PARAMETERS)) {
      network.hold(Mask.ofNonZero(PARAMETERS.hidden()));
      return new Gathering(network, IMAGES, () -> BATCHES, view -> List.of()).of(need);
    }
  }

  private static long count(String share, List<Kernel> kernels) {
    return (long)
        (Double.parseDouble(share) * kernels.stream().mapToLong(Kernel::nonZeroWeights).sum());
  }

  private static void requireStored(List<boolean[]> gone, String name) {
    requireStored(PARAMETERS.hidden(), gone, name);
  }

  private static void requireStored(List<Kernel> kernels, List<boolean[]> gone, String name) {
    int[] stored = STORED.integers(name);
    int at = 0;
    for (boolean[] kept : Mask.ofNonZero(kernels).without(gone).kept()) {
      for (int index = 0; index < kept.length; index++) {
        assertThat(kept[index] ? 1 : 0).as("%s, weight %d", name, at).isEqualTo(stored[at]);
        at++;
      }
    }
    assertThat(at).isEqualTo(stored.length);
  }

  private static Parameters parameters() {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < 3; layer++) {
      float[] weights = STORED.floats("kernel" + layer);
      float[] bias = STORED.floats("bias" + layer);
      kernels.add(new Kernel(weights.length / bias.length, bias.length, weights));
      biases.add(bias);
    }
    return new Parameters(kernels, biases);
  }
}
