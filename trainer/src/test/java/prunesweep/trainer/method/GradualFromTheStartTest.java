package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Interruptions;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** Trials of a 784-20-12-10 network: three epochs of ten steps, prunes in the first two. */
class GradualFromTheStartTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  /** Prunes after steps 6, 12 and 18 of 30, to 80 % of 15,680 and of 240 weights. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void prunesInTheFirstEpochsAndTrainsOnWithWhatIsLeft(Engine engine) {
    Completed outcome = (Completed) new TrialRunner().run(trial(engine), SAMPLE);

    assertThat(outcome.cycles()).extracting(CycleResult::epoch).containsExactly(1, 2, 2);
    assertThat(outcome.epochs()).extracting(EpochResult::phase).containsOnly("training");
    assertThat(outcome.evaluations()).extracting(EvaluationResult::stage).containsExactly("pruned");
    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(16_040 - 12_544 - 192);
    assertThat(outcome.epochs().get(2).sparsity()).isEqualTo(12_736 / 16_040.0);
    assertThat(outcome.summary().targetReached()).isTrue();
  }

  @Test
  void isTheSameWhereItWasInterrupted() {
    TrialSpec trial = trial(Engine.VECTOR);

    assertThat(Outcomes.repeatable(new Interruptions(trial, SAMPLE).outcome(SharedStages.NONE)))
        .isEqualTo(Outcomes.repeatable(new TrialRunner().run(trial, SAMPLE)));
  }

  @Test
  void sharesNothingAndRefusesMoreEpochsThanThereAre() {
    assertThat(method(2).sharedUntil()).isEqualTo(new Beginning());
    assertThatThrownBy(() -> method(4).requireFits(SmallSpecs.epochs(Engine.VECTOR, 0.1, 3)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "epochs must be at most training.max-epochs (3) where gradual-start is initial, got 4");
  }

  private static GradualPruning method(int epochs) {
    GradualPruning trained = GradualPruning.magnitude(0.8, 6, epochs);
    return new GradualPruning(trained.selection(), 6, epochs, GradualStart.INITIAL);
  }

  private static TrialSpec trial(Engine engine) {
    return SmallSpecs.trial(SmallSpecs.epochs(engine, 0.1, 3), method(2));
  }
}
