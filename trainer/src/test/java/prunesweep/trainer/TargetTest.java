package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Granularity;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.OneShotPruning;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialSpec;

class TargetTest {

  @Test
  void isReachedByAllPlannedPrunes() {
    assertThat(Target.reached(trial(new OneShotPruning(Granularity.UNITS, 0.5)), 1)).isTrue();
    assertThat(Target.reached(trial(new MagnitudePruning(0.5, 100, 1)), 3)).isTrue();
  }

  @Test
  void isMissedWithoutAPrune() {
    assertThat(Target.reached(trial(new MagnitudePruning(0.5, 100, 1)), 0)).isFalse();
  }

  @Test
  void isNoneWhereNothingIsPruned() {
    assertThat(Target.reached(trial(new DenseTraining()), 0)).isNull();
  }

  private static TrialSpec trial(MethodSpec method) {
    return SmallSpecs.trial(new TrainingSpec(Optimizer.SGD, 0.05, 30, 2, 1, Engine.VECTOR), method);
  }
}
