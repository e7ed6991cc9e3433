package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.spec.Score;

class ScorerTest {

  @Test
  void neuronsIsTheCounter() {
    assertThat(Scorer.of(Score.NEURONS).score(12, -0.25f)).isEqualTo(12);
    assertThat(Scorer.of(Score.NEURONS).score(0, 3)).isZero();
  }

  @Test
  void neuronsWeightsIsTheCounterTimesTheAbsoluteWeight() {
    assertThat(Scorer.of(Score.NEURONS_WEIGHTS).score(12, -0.25f)).isEqualTo(3);
    assertThat(Scorer.of(Score.NEURONS_WEIGHTS).score(12, 0.25f)).isEqualTo(3);
    assertThat(Scorer.of(Score.NEURONS_WEIGHTS).score(0, -5)).isZero();
  }

  /** Column j of a kernel leads into neuron j; zeros of either sign are pruned already. */
  @Test
  void aLayersScoresFollowTheColumns() {
    Kernel kernel = Networks.kernel(new float[] {1, -2, 0}, new float[] {-0.0f, 4, -8});
    long[] counters = {1, 10, 100};

    assertThat(LayerScores.of(kernel, Scorer.of(Score.NEURONS), neuron -> counters[neuron]))
        .containsExactly(1, 10, Selector.NO_CANDIDATE, Selector.NO_CANDIDATE, 10, 100);
    assertThat(LayerScores.of(kernel, Scorer.of(Score.NEURONS_WEIGHTS), neuron -> counters[neuron]))
        .containsExactly(1, 20, Selector.NO_CANDIDATE, Selector.NO_CANDIDATE, 40, 800);
  }
}
