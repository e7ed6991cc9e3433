package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;
import prunesweep.scorer.ScoredNetwork;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.ScorerException;

class AskedScorerTest {

  private static final ScoreSpec OWN = new ScoreSpec("own", 1, "", Need.NOTHING);
  private static final ScoreSpec USERS = new ScoreSpec("mine", 1, "ab12", Need.NOTHING);

  /** Two layers, of which only the second is asked for: two inputs, three units. */
  private static final ScoredKernels VIEW =
      new ScoredKernels(
          List.of(new Kernel(1, 2, new float[2]), new Kernel(2, 3, new float[6])),
          List.of(1),
          ScoredKernels.Facts.NONE,
          RandomStream.of(1, "scores", 0));

  /** A scorer that answers what it is told to. */
  private record Told(
      Function<ScoredNetwork, List<double[]>> ofWeights, Function<ScoredLayer, double[]> ofUnits)
      implements Scorer {

    @Override
    public String name() {
      return "told";
    }

    @Override
    public List<double[]> scores(ScoredNetwork network) {
      return ofWeights.apply(network);
    }

    @Override
    public double[] unitScores(ScoredLayer layer, double[] scores) {
      return ofUnits.apply(layer);
    }
  }

  private static Map<Integer, double[]> weights(ScoreSpec spec, @Nullable List<double[]> answer) {
    return new AskedScorer(spec, new Told(network -> answer, layer -> new double[0])).scores(VIEW);
  }

  private static double[] units(double @Nullable [] answer) {
    return new AskedScorer(USERS, new Told(network -> List.of(), layer -> answer))
        .unitScores(VIEW, 1, Map.of(1, new double[6]));
  }

  @Test
  void keepsOneNumberAWeightByTheIndexOfItsLayer() {
    Map<Integer, double[]> scores = weights(USERS, List.of(new double[] {1, 2, 3, 4, 5, 6}));
    assertThat(scores).containsOnlyKeys(1);
    assertThat(scores.get(1)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(units(new double[] {1, 2, 3})).containsExactly(1, 2, 3);
  }

  @Test
  void refusesAnythingElse() {
    assertThatThrownBy(() -> weights(USERS, null))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("score must be a scorer that gives one array a layer, 1, got mine with 0");
    assertThatThrownBy(() -> weights(USERS, List.of(new double[2], new double[6])))
        .hasMessage("score must be a scorer that gives one array a layer, 1, got mine with 2");
    assertThatThrownBy(() -> weights(USERS, Collections.singletonList(null)))
        .hasMessage("score must be a scorer that gives one number a weight, 6, got mine with 0");
    assertThatThrownBy(() -> units(new double[2]))
        .hasMessage("score must be a scorer that gives one number a unit, 3, got mine with 2");
    assertThatThrownBy(() -> units(new double[] {1, Double.NEGATIVE_INFINITY, 3}))
        .hasMessage("score must be a scorer that gives finite numbers, got mine with -Infinity");
  }

  @Test
  void namesTheUsersScorerThatThrows() {
    AskedScorer asked = asked(USERS, new ArithmeticException("by zero"));
    String sentence =
        "Cannot score: score must be a scorer that gives scores, got mine, which threw"
            + " java.lang.ArithmeticException: by zero";
    assertThatThrownBy(() -> asked.scores(VIEW))
        .isInstanceOf(ScorerException.class)
        .hasMessage(sentence)
        .hasCauseInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> asked.unitScores(VIEW, 1, Map.of(1, new double[6])))
        .isInstanceOf(ScorerException.class)
        .hasMessage(sentence);
  }

  @Test
  void leavesADefectOfTheProgramAndACancellationAsTheyAre() {
    assertThatThrownBy(() -> asked(OWN, new ArithmeticException("by zero")).scores(VIEW))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> asked(USERS, new CancellationException("stop")).scores(VIEW))
        .isInstanceOf(CancellationException.class);
  }

  private static AskedScorer asked(ScoreSpec spec, RuntimeException failure) {
    return new AskedScorer(
        spec,
        new Told(
            network -> {
              throw failure;
            },
            layer -> {
              throw failure;
            }));
  }
}
