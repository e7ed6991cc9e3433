package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.SelectionCost;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.trial.TrialOutcome.Completed;

/** Whole trials of a 784-20-12-10 network that is trained to its end and pruned then. */
class PrunedAfterTrainingTest {

  private static final int EPOCHS = 3;
  private static final Dataset SAMPLE = SmallImages.sample(480);

  /** 15 steps an epoch, 30 in all: a prune after steps 8, 16 and 24. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void magnitudePruningEndsOnItsTargetInEachLayer(Engine engine) {
    Completed outcome = run(engine, GradualPruning.magnitude(0.8, 8, 2));

    assertThat(outcome.cycles()).extracting(CycleResult::cycle).containsExactly(1, 2, 3);
    assertThat(outcome.cycles()).extracting(CycleResult::epoch).containsExactly(1, 2, 2);
    assertThat(outcome.cycles())
        .allMatch(cycle -> Double.isNaN(cycle.threshold()))
        .allMatch(cycle -> Double.isNaN(cycle.trainAccuracy()));
    assertThat(outcome.cycles().stream().mapToLong(CycleResult::prunedWeights).sum())
        .isEqualTo(12_544 + 192);
    assertThat(outcome.cycles().get(2).sparsity()).isEqualTo(12_736 / 16_040.0);
    assertThat(outcome.layers())
        .extracting(LayerResult::stage)
        .containsExactly("dense", "dense", "pruned", "pruned");
    assertThat(outcome.layers())
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(15_680L, 240L, 15_680L - 12_544, 240L - 192);
    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(16_040 - 12_736);
    assertThat(outcome.summary().cyclesDone()).isEqualTo(3);
  }

  @Test
  void magnitudePruningGoesOnFromTheDenseTraining() {
    Completed dense = run(Engine.VECTOR, new DenseTraining());
    Completed outcome = run(Engine.VECTOR, GradualPruning.magnitude(0.8, 8, 2));

    assertThat(outcome.epochs())
        .extracting(EpochResult::phase)
        .containsExactly("training", "training", "training", "pruning", "pruning");
    assertThat(outcome.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2, 3, 1, 2);
    assertThat(outcome.epochs().subList(0, EPOCHS))
        .extracting(EpochResult::validationLoss)
        .isEqualTo(dense.epochs().stream().map(EpochResult::validationLoss).toList());
    assertThat(outcome.evaluations().get(0)).isEqualTo(dense.evaluations().get(0));
    EvaluationResult pruned = outcome.evaluations().get(1);
    assertThat(pruned.stage()).isEqualTo("pruned");
    assertThat(pruned.stopReason()).isEqualTo("max-epochs");
    assertThat(pruned.last().epoch()).isEqualTo(2);
    assertThat(pruned.lowest()).as("the last prune is in the last epoch").isEqualTo(pruned.last());
    assertThat(pruned.last().validation().loss())
        .isEqualTo(outcome.epochs().get(4).validationLoss());
    assertThat(outcome.summary().stopReason()).isEqualTo("max-epochs");
    assertThat(outcome.summary().epochs()).isEqualTo(EPOCHS + 2);
    assertThat(outcome.summary().figures().test().accuracy())
        .isEqualTo(pruned.last().test().accuracy());
  }

  /** Half of 20 columns of 784, then half of 12 columns of 20; or half of the weights. */
  @ParameterizedTest
  @CsvSource({"VECTOR, UNITS", "VECTOR, WEIGHTS", "DL4J, UNITS", "DL4J, WEIGHTS"})
  void oneShotPruningHalvesEachLayer(Engine engine, Granularity granularity) {
    Completed outcome = run(engine, OneShotPruning.smallest(granularity, 0.5));

    assertThat(outcome.cycles().stream().map(Outcomes::repeatable))
        .containsExactly(
            new CycleResult(
                1,
                EPOCHS,
                Double.NaN,
                Double.NaN,
                7_960,
                7_960 / 16_040.0,
                new SelectionCost(0, 0)));
    assertThat(outcome.cycles().get(0).selection().seconds()).isPositive();
    assertThat(outcome.cycles().get(0).selection().bytes())
        .as("sizes of all weights or units, and two masks")
        .isGreaterThan(2 * 15_920);
    assertThat(outcome.layers())
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(15_680L, 240L, 7_840L, 120L);
    if (granularity == Granularity.UNITS) {
      assertThat(outcome.layers())
          .extracting(layer -> layer.spectrum().rank())
          .containsExactly(20, 12, 10, 6);
    }
    assertThat(outcome.epochs()).extracting(EpochResult::phase).containsOnly("training");
    assertThat(outcome.summary().epochs()).isEqualTo(EPOCHS);
    requireUntrained(outcome);
  }

  private static void requireUntrained(Completed outcome) {
    EvaluationResult dense = outcome.evaluations().get(0);
    EvaluationResult pruned = outcome.evaluations().get(1);
    assertThat(List.of(dense.stage(), dense.stopReason())).containsExactly("dense", "max-epochs");
    assertThat(List.of(pruned.stage(), pruned.stopReason())).containsExactly("pruned", "none");
    assertThat(pruned.last().epoch()).isZero();
    assertThat(pruned.last().training().accuracy()).isNaN();
    assertThat(pruned.lowest()).isEqualTo(pruned.last());
    assertThat(pruned.last().validation().loss()).isNotEqualTo(dense.last().validation().loss());
    assertThat(outcome.summary().figures().test().accuracy())
        .isEqualTo(pruned.last().test().accuracy());
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void aShareOfNothingPrunesNothing(Granularity granularity) {
    Completed outcome = run(Engine.VECTOR, OneShotPruning.smallest(granularity, 0));

    EpochFigures dense = outcome.evaluations().get(0).last();
    EpochFigures pruned = outcome.evaluations().get(1).last();
    assertThat(outcome.cycles()).extracting(CycleResult::prunedWeights).containsExactly(0L);
    assertThat(outcome.summary().size().sparsity()).isZero();
    assertThat(pruned.validation().loss()).isEqualTo(dense.validation().loss());
    assertThat(pruned.test().accuracy()).isEqualTo(dense.test().accuracy());
    assertThat(pruned.test().class0Top5()).isEqualTo(dense.test().class0Top5());
  }

  private static Completed run(Engine engine, Method method) {
    return (Completed)
        new TrialRunner()
            .run(SmallSpecs.trial(SmallSpecs.epochs(engine, 0.1, EPOCHS), method), SAMPLE);
  }
}
