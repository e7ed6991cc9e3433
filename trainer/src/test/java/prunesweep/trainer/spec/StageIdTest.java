package prunesweep.trainer.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.PaperMethods;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Ids and canonical texts of stages, and who may go on from which. A changed text is another stage:
 * the checkpoints that killed sweeps left would not be found again.
 */
class StageIdTest {

  private static final CounterSpec TRAIN = new CounterSpec(Counter.ACTIVE, CounterSource.TRAIN, 32);
  private static final CounterSpec HELD_OUT =
      new CounterSpec(Counter.INACTIVE, CounterSource.HELD_OUT, 16);
  private static final TrunkSpec PAPER = trunk(0.01, 0);

  @Test
  void theFirstThresholdOfThePaper() {
    StageSpec stage = stage(PAPER, 0.8, TRAIN);
    assertThat(stage.canonicalText())
        .hasToString(
            """
            counters=active:train:32
            dataset.name=fashion-mnist
            first-threshold=0.8
            network.bias=true
            network.hidden=300,200,100,50
            seed=0
            stop=first-threshold
            training.batch-size=32
            training.engine=vector
            training.learning-rate=0.01
            training.max-epochs=500
            training.optimizer=sgd
            training.target-accuracy=0.98
            """);
    assertThat(stage.id()).hasToString("767b0be48a86535c");
  }

  @Test
  void theOrderOfCountersDoesNotMatter() {
    StageSpec stage = stage(PAPER, 0.7, TRAIN, HELD_OUT, TRAIN);
    assertThat(stage.canonicalText().toString())
        .contains("counters=active:train:32,inactive:held-out:16\n");
    assertThat(stage).isEqualTo(stage(PAPER, 0.7, HELD_OUT, TRAIN));
    assertThat(stage.id()).hasToString("f2a087a43016f1ea");
  }

  @Test
  void withoutCountersTheLineIsEmpty() {
    StageSpec stage = stage(PAPER, 0.8);
    assertThat(stage.canonicalText().toString()).contains("counters=\n");
    assertThat(stage.id()).isNotEqualTo(stage(PAPER, 0.8, TRAIN).id());
  }

  @Test
  void everythingThatDecidesACheckpointChangesTheId() {
    assertThat(
            List.of(
                stage(PAPER, 0.8, TRAIN).id(),
                stage(PAPER, 0.7, TRAIN).id(),
                stage(PAPER, 0.8, HELD_OUT).id(),
                stage(PAPER, 0.8, TRAIN, HELD_OUT).id(),
                stage(trunk(0.01, 1), 0.8, TRAIN).id(),
                stage(trunk(0.02, 0), 0.8, TRAIN).id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void isTheStartOfTrialsThatPruneThereOrLaterOrNever() {
    StageSpec stage = stage(PAPER, 0.7, TRAIN);
    assertThat(trial(PAPER, new DenseTraining()).startsWith(stage)).isTrue();
    assertThat(trial(PAPER, pruning(global(), 0.7)).startsWith(stage)).isTrue();
    assertThat(trial(PAPER, pruning(global(), 0.8)).startsWith(stage)).isTrue();
    assertThat(trial(PAPER, pruning(new PaperScope.LocalScope(), 0.7)).startsWith(stage)).isTrue();
    assertThat(trial(PAPER, pruning(global(), Math.nextDown(0.7))).startsWith(stage)).isFalse();
    assertThat(trial(PAPER, pruning(new PaperScope.LocalScope(), 0.6)).startsWith(stage)).isFalse();
  }

  @Test
  void isNoStartOfAnotherTraining() {
    StageSpec stage = stage(PAPER, 0.7, TRAIN);
    assertThat(trial(trunk(0.01, 1), new DenseTraining()).startsWith(stage)).isFalse();
    assertThat(trial(trunk(0.02, 0), new DenseTraining()).startsWith(stage)).isFalse();
  }

  /** Counters of earlier epochs cannot be had later, and only scope global adds them up. */
  @Test
  void isNoStartWhereCountersAreMissing() {
    StageSpec other = stage(PAPER, 0.7, HELD_OUT);
    assertThat(trial(PAPER, pruning(global(), 0.8)).startsWith(other)).isFalse();
    assertThat(trial(PAPER, pruning(new PaperScope.LocalScope(), 0.8)).startsWith(other)).isTrue();
    assertThat(trial(PAPER, new DenseTraining()).startsWith(other)).isTrue();
  }

  @Test
  void isTheStartOfStagesOfAHigherThreshold() {
    StageSpec low = stage(PAPER, 0.7, TRAIN, HELD_OUT);
    assertThat(low.isStartOf(stage(PAPER, 0.8, TRAIN))).isTrue();
    assertThat(low.isStartOf(stage(PAPER, 0.6, TRAIN))).isFalse();
    assertThat(low.isStartOf(stage(trunk(0.01, 5), 0.8, TRAIN))).isFalse();
    assertThat(stage(PAPER, 0.7, TRAIN).isStartOf(stage(PAPER, 0.8, HELD_OUT))).isFalse();
  }

  @Test
  void refusesWhatIsNoThresholdAndNoId() {
    assertThatThrownBy(() -> stage(PAPER, 1.5))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("first-threshold must be a share above 0 and below 1, got 1.5");
    assertThatThrownBy(() -> new StageId("12"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("stage id must be 16 lower-case hexadecimal digits, got 12");
  }

  private static StageSpec stage(TrunkSpec trunk, double threshold, CounterSpec... counters) {
    return new StageSpec(trunk, new FirstThreshold(threshold, List.of(counters)));
  }

  private static TrunkSpec trunk(double learningRate, long seed) {
    return new TrunkSpec(
        DatasetSpec.published("fashion-mnist"),
        new NetworkSpec(List.of(300, 200, 100, 50), true),
        new TrainingSpec(Optimizer.SGD, learningRate, 32, 500, 0.98, Engine.VECTOR),
        seed);
  }

  private static TrialSpec trial(TrunkSpec trunk, Method method) {
    return new TrialSpec(trunk.dataset(), trunk.network(), trunk.training(), method, trunk.seed());
  }

  private static PaperScope global() {
    return new PaperScope.GlobalScope(5, 0.8, CounterMode.RESET);
  }

  private static Method pruning(PaperScope scope, double firstThreshold) {
    return PaperMethods.activation(
        scope, Score.NEURONS, Counter.ACTIVE, CounterSource.TRAIN, 32, 0.8, firstThreshold);
  }
}
