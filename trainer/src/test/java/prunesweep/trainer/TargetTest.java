package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.trial.TrialOutcome.Completed;

/** Whether trials say that they reached their targets: 10 steps an epoch, two epochs. */
class TargetTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  @Test
  void isReachedByAllPlannedPrunes() {
    assertThat(reached(OneShotPruning.smallest(Granularity.UNITS, 0.5))).isTrue();
    assertThat(reached(GradualPruning.magnitude(0.5, 5, 1))).isTrue();
    assertThat(reached(SmallSpecs.pruning(SmallSpecs.global(1), Score.NEURONS, 0.5, 0.01)))
        .isTrue();
  }

  @Test
  void isMissedWhereTrainingEndsBeforeTheLastPrune() {
    assertThat(reached(GradualPruning.magnitude(0.5, 11, 1))).isFalse();
    assertThat(reached(SmallSpecs.pruning(SmallSpecs.global(3), Score.NEURONS, 0.5, 0.01)))
        .isFalse();
    assertThat(reached(SmallSpecs.pruning(new PaperScope.LocalScope(), Score.NEURONS, 0.5, 0.01)))
        .isFalse();
  }

  @Test
  void isNoneWhereNothingIsPruned() {
    assertThat(run(new DenseTraining()).summary().targetReached()).isNull();
  }

  /** Half of 16,040 weights in three prunes, of which training leaves time for one. */
  @Test
  void isReachedInTheEndWhereMissedTargetsAreFinished() {
    ThresholdPruning left = SmallSpecs.pruning(SmallSpecs.global(3), Score.NEURONS, 0.5, 0.01);
    Completed outcome = run(left.finishing(WhenMissed.FINISH));

    assertThat(outcome.summary().targetReached()).isTrue();
    assertThat(outcome.cycles().stream().mapToLong(CycleResult::prunedWeights).sum())
        .isBetween(8_018L, 8_020L);
    assertThat(outcome.summary().size().nonzeroWeights()).isBetween(8_020L, 8_022L);
    assertThat(outcome.evaluations())
        .extracting(EvaluationResult::stage)
        .containsExactly("missed", "cut", "pruned");
    assertThat(outcome.epochs())
        .extracting(EpochResult::phase)
        .containsExactly("training", "training", "finishing", "finishing");
    assertThat(outcome.cycles()).extracting(CycleResult::cycle).containsExactly(1, 2);
  }

  @Test
  void whatReachesItsTargetIsNotFinished() {
    ThresholdPruning method = SmallSpecs.pruning(SmallSpecs.global(1), Score.NEURONS, 0.5, 0.01);
    Completed left = run(method);
    Completed finished = run(method.finishing(WhenMissed.FINISH));

    assertThat(finished.evaluations()).isEqualTo(left.evaluations());
    assertThat(finished.spec().id()).isNotEqualTo(left.spec().id());
  }

  /** Of 15,920 weights 41 stay, and those of the smaller second layer are larger. */
  @Test
  void aLayerThatLosesAllItsWeightsIsNoticed() {
    Completed outcome = run(SmallSpecs.pruning(SmallSpecs.global(1), Score.MAGNITUDE, 0.99, 0.01));

    assertThat(run(new DenseTraining()).summary().size().collapsedLayers()).isZero();
    assertThat(outcome.layers().get(0).nonzeroWeights()).isZero();
    assertThat(outcome.summary().size().collapsedLayers()).isEqualTo(1);
  }

  private static @Nullable Boolean reached(Method method) {
    return run(method).summary().targetReached();
  }

  private static Completed run(Method method) {
    return (Completed)
        new TrialRunner()
            .run(SmallSpecs.trial(SmallSpecs.epochs(Engine.VECTOR, 0.1, 2), method), SAMPLE);
  }
}
