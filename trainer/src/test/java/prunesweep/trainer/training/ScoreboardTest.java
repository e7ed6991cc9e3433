package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import prunesweep.trainer.result.Evaluation;

class ScoreboardTest {

  private static final float[] DESCENDING = {
    .30f, .20f, .15f, .10f, .08f, .06f, .05f, .03f, .02f, .01f
  };
  private static final float[] ASCENDING = {
    .01f, .02f, .03f, .05f, .06f, .08f, .10f, .15f, .20f, .30f
  };

  @Test
  void lossIsTheMeanNaturalLogarithm() {
    Scoreboard scores = new Scoreboard(10);
    scores.add(DESCENDING, 0, 0);
    scores.add(DESCENDING, 0, 3);

    // -(ln 0.3 + ln 0.1) / 2
    assertThat(scores.evaluation().loss()).isCloseTo(1.7532789486, within(1e-7));
  }

  @Test
  void lossOfAnImpossibleClassIsFinite() {
    assertThat(Scoreboard.loss(0)).isCloseTo(23.025850930, within(1e-8));
    assertThat(Scoreboard.loss(1)).isZero();
    assertThat(Scoreboard.loss(Float.NaN)).isNaN();
  }

  @Test
  void topFiveHoldsTheFiveBestAndNoMore() {
    Scoreboard inside = new Scoreboard(10);
    inside.add(DESCENDING, 0, 4);
    Scoreboard outside = new Scoreboard(10);
    outside.add(DESCENDING, 0, 5);

    assertThat(inside.evaluation().top5()).isEqualTo(1);
    assertThat(inside.evaluation().accuracy()).isZero();
    assertThat(outside.evaluation().top5()).isZero();
  }

  @Test
  void ofFiveClassesOrFewerAllAreAmongTheFiveBest() {
    Scoreboard three = new Scoreboard(3);
    three.add(DESCENDING, 0, 2);
    three.add(ASCENDING, 0, 0);

    assertThat(three.evaluation().top5()).isEqualTo(1);
    assertThat(three.evaluation().class0Top5()).isEqualTo(1);
    assertThat(three.evaluation().class0Top1()).isEqualTo(0.5);
    assertThat(three.evaluation().accuracy()).isZero();
  }

  /** What the paper prints as top-k: whether class 0 is among the k best, whatever the label. */
  @Test
  void classZeroFiguresDoNotReadTheLabel() {
    Scoreboard scores = new Scoreboard(10);
    scores.add(DESCENDING, 0, 9);
    scores.add(ASCENDING, 0, 9);
    scores.add(ASCENDING, 0, 0);
    float[] classZeroFifth = {.10f, .2f, .19f, .18f, .17f, .05f, .04f, .03f, .02f, .02f};
    scores.add(classZeroFifth, 0, 1);

    Evaluation evaluation = scores.evaluation();
    assertThat(evaluation.class0Top1()).isEqualTo(0.25);
    assertThat(evaluation.class0Top5()).isEqualTo(0.5);
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.top5()).isEqualTo(0.5);
  }

  /** Equal outputs: the first one is the answer, and all of them are among the k best. */
  @Test
  void tiesGoToTheFirstAndCountAsAmongTheBest() {
    float[] equal = {.1f, .1f, .1f, .1f, .1f, .1f, .1f, .1f, .1f, .1f};
    Scoreboard scores = new Scoreboard(10);
    scores.add(equal, 0, 0);
    scores.add(equal, 0, 9);

    Evaluation evaluation = scores.evaluation();
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.top5()).isEqualTo(1);
    assertThat(evaluation.class0Top1()).isEqualTo(1);
    assertThat(evaluation.class0Top5()).isEqualTo(1);
  }

  @Test
  void readsOnlyItsOwnRow() {
    float[] rows = {9, 9, 9, .1f, .7f, .2f, 9, 9};
    Scoreboard scores = new Scoreboard(3);
    scores.add(rows, 3, 1);

    assertThat(scores.evaluation().accuracy()).isEqualTo(1);
    assertThat(scores.evaluation().loss()).isCloseTo(0.3566749439, within(1e-7));
    assertThat(Scoreboard.best(rows, 3, 3)).isEqualTo(1);
  }

  @Test
  void tallyIsAMeanOverImages() {
    Tally tally = new Tally(10, 4, 1, 5, 8).plus(new Tally(5, 2, 0, 2, 2));

    assertThat(tally.loss()).isEqualTo(1.5);
    assertThat(tally.accuracy()).isEqualTo(0.6);
    assertThat(tally.class0Top1Share()).isEqualTo(0.1);
    assertThat(tally.class0Top5Share()).isEqualTo(0.7);
  }

  @Test
  void countsAreKeptBesideLossesSummedElsewhere() {
    Scoreboard scores = new Scoreboard(10);
    scores.addHits(DESCENDING, 0, 0);
    scores.addHits(DESCENDING, 0, 3);
    scores.addHits(ASCENDING, 0, 9);

    assertThat(scores.tally(2.5)).isEqualTo(new Tally(2.5, 2, 2, 2, 3));
  }
}
