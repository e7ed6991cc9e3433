package prunesweep.trainer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import prunesweep.scorer.Need;

/** Scorers by what a plan says of them, as an executor finds them or not. */
class ScorersTest {

  private static final ScoreSpec MINE = new ScoreSpec("mine", 2, "ab12", Need.NOTHING);

  @Test
  void areFoundByTheSpecsThatAreListed() {
    assertThat(Scorers.specs())
        .doesNotHaveDuplicates()
        .allSatisfy(spec -> assertThat(Scorers.of(spec).name()).isEqualTo(spec.name()));
  }

  @Test
  void thatAreNotHereAreNamedWithTheirJar() {
    assertThatThrownBy(() -> Scorers.of(MINE))
        .isInstanceOf(ScorerException.class)
        .hasMessage(
            "Cannot score: score must be mine of the plan (version 2 of the jar ab12), got none of"
                + " this name");
  }

  @Test
  void thatAreOthersHereAreToldFromThoseOfThePlan() {
    assertThatThrownBy(() -> Scorers.of(new ScoreSpec("magnitude", 1, "ab12", Need.NOTHING)))
        .isInstanceOf(ScorerException.class)
        .hasMessage(
            "Cannot score: score must be magnitude of the plan (version 1 of the jar ab12), got"
                + " version 1");
  }
}
