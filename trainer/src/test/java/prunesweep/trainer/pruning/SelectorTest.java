package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static prunesweep.trainer.pruning.Selector.NO_CANDIDATE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

  /** Scores of five values only, a fifth of them no candidates: nearly every cut falls in a tie. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void selectsExactlyTheAskedCountOfTheLowest(long seed) {
    Random random = new Random(seed);
    List<double[]> scores = new ArrayList<>();
    for (int layer = 0; layer < 3; layer++) {
      scores.add(
          random.ints(40 + random.nextInt(60), 0, 5).mapToDouble(SelectorTest::score).toArray());
    }
    long candidates = scores.stream().mapToLong(SelectorTest::candidates).sum();

    for (long count = 0; count <= candidates; count++) {
      List<boolean[]> selected = Selector.lowest(scores, count);
      assertThat(selectedScores(scores, selected)).as("count %d", count).hasSize((int) count);
      double highest = selectedScores(scores, selected).stream().reduce(0.0, Math::max);
      double lowestLeft = leftScores(scores, selected).stream().reduce(NO_CANDIDATE, Math::min);
      assertThat(highest).as("count %d", count).isLessThan(NO_CANDIDATE);
      assertThat(count == 0 || highest <= lowestLeft).as("count %d", count).isTrue();
    }
  }

  private static double score(int value) {
    return value == 4 ? NO_CANDIDATE : value * 0.5;
  }

  @Test
  void breaksTiesByLayerThenFlatIndex() {
    List<double[]> scores = List.of(new double[] {2, 1, 2}, new double[] {2, 0, 2});

    assertThat(Selector.lowest(scores, 3))
        .containsExactly(new boolean[] {true, true, false}, new boolean[] {false, true, false});
    assertThat(Selector.lowest(scores, 5))
        .containsExactly(new boolean[] {true, true, true}, new boolean[] {true, true, false});
  }

  @Test
  void selectsNothingWhenNothingIsAsked() {
    assertThat(Selector.lowest(List.of(new double[] {0, 0}), 0))
        .containsExactly(new boolean[] {false, false});
  }

  @Test
  void neverSelectsWhatIsNoCandidate() {
    List<double[]> scores = List.of(new double[] {NO_CANDIDATE, 7, NO_CANDIDATE, 3});

    assertThat(Selector.lowest(scores, 2))
        .containsExactly(new boolean[] {false, true, false, true});
  }

  @Test
  void refusesMoreThanThereAreCandidates() {
    List<double[]> scores = List.of(new double[] {NO_CANDIDATE, 7}, new double[] {3});

    assertThatThrownBy(() -> Selector.lowest(scores, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot select 3 of 2 candidates");
    assertThatThrownBy(() -> Selector.lowest(scores, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long candidates(double[] layer) {
    return Arrays.stream(layer).filter(score -> score != NO_CANDIDATE).count();
  }

  private static List<Double> selectedScores(List<double[]> scores, List<boolean[]> selected) {
    return scoresWhere(scores, selected, true);
  }

  private static List<Double> leftScores(List<double[]> scores, List<boolean[]> selected) {
    return scoresWhere(scores, selected, false);
  }

  private static List<Double> scoresWhere(
      List<double[]> scores, List<boolean[]> selected, boolean wanted) {
    List<Double> found = new ArrayList<>();
    for (int layer = 0; layer < scores.size(); layer++) {
      for (int index = 0; index < scores.get(layer).length; index++) {
        if (selected.get(layer)[index] == wanted) {
          found.add(scores.get(layer)[index]);
        }
      }
    }
    return found;
  }
}
