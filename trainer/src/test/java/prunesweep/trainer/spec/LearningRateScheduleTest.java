package prunesweep.trainer.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.key.InvalidSpecException;

/** Beside UpdateStepsTest, where the factors are PyTorch's. */
class LearningRateScheduleTest {

  private static final int STEPS = 10;
  private static final LearningRateSchedule COSINE =
      LearningRateSchedule.of(RateCurve.COSINE, RateUnit.EPOCHS, 0);

  @Test
  void isOneWhereItIsConstant() {
    assertThat(factor(LearningRateSchedule.CONSTANT, 0)).isEqualTo(1);
    assertThat(factor(LearningRateSchedule.CONSTANT, 1_000_000)).isEqualTo(1);
  }

  @Test
  void warmsUpFromTheFirstStepToAllOfIt() {
    LearningRateSchedule warm = LearningRateSchedule.CONSTANT.withWarmUp(2);

    assertThat(factor(warm, 0)).isEqualTo(0.05);
    assertThat(factor(warm, 18)).isEqualTo(0.95);
    assertThat(factor(warm, 19)).isEqualTo(1);
    assertThat(factor(warm, 500)).isEqualTo(1);
  }

  @Test
  void isZeroAfterItsLength() {
    assertThat(factor(COSINE.withLength(3), 29)).isPositive();
    assertThat(factor(COSINE.withLength(3), 30)).isZero();
    assertThat(factor(COSINE.withLength(3), 31)).isZero();
  }

  /** The dense training is run again to an epoch to rewind to: it must be the same. */
  @Test
  void staysWhereATrainingIsCutShort() {
    TrainingSpec training = training(8).with(COSINE);

    for (int step = 0; step < 40; step++) {
      assertThat(training.upTo(5).upTo(4).rateFactor(step, STEPS))
          .isEqualTo(training.rateFactor(step, STEPS));
    }
  }

  @Test
  void isAsLongAsATrainingOfItsOwn() {
    assertThat(training(8).with(COSINE).lasting(2).rateFactor(13, STEPS))
        .isEqualTo(training(2).with(COSINE).rateFactor(13, STEPS));
  }

  @Test
  void goesOnAfterEpochsThatWereBefore() {
    assertThat(factor(COSINE.after(3), 2)).isEqualTo(factor(COSINE, 32));
  }

  @Test
  void isRefusedWhereItsNumbersDoNotGoTogether() {
    assertThatThrownBy(() -> COSINE.withLength(3).withWarmUp(3))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("learning-rate-warm-up");
    assertThatThrownBy(() -> LearningRateSchedule.steps(RateUnit.STEPS, List.of(5, 5), 0.1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("learning-rate-drops");
    assertThatThrownBy(() -> LearningRateSchedule.steps(RateUnit.STEPS, List.of(5), 0))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("learning-rate-factor");
  }

  private static double factor(LearningRateSchedule schedule, int step) {
    return schedule.factor(step, STEPS, 8);
  }

  private static TrainingSpec training(int epochs) {
    return new TrainingSpec(Optimizer.SGD, 0.1, 32, epochs, 1, Engine.VECTOR);
  }
}
