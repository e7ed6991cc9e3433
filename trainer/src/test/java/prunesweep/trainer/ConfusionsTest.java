package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.ConfusionResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.trial.TrialOutcome.Completed;

/** What trained and pruned networks take test images for. */
class ConfusionsTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void rowsOfAStageAddUpToTheTestImagesAndItsAccuracy(Engine engine) {
    Completed outcome =
        (Completed)
            new TrialRunner()
                .run(
                    SmallSpecs.trial(
                        SmallSpecs.epochs(engine, 0.1, 3),
                        OneShotPruning.smallest(Granularity.WEIGHTS, 0.9)),
                    SAMPLE);
    List<ConfusionResult> rows = outcome.results().of(ConfusionResult.class);
    LabelledImages test = SAMPLE.test();

    for (EvaluationResult evaluation : outcome.evaluations()) {
      List<ConfusionResult> ofStage =
          rows.stream().filter(row -> row.stage().equals(evaluation.stage())).toList();
      assertThat(ofStage).allMatch(row -> row.images() > 0);
      for (int label = 0; label < SAMPLE.classes(); label++) {
        int wanted = label;
        long images =
            IntStream.range(0, test.count()).filter(image -> test.label(image) == wanted).count();
        assertThat(
                ofStage.stream()
                    .filter(row -> row.trueClass() == wanted)
                    .mapToLong(ConfusionResult::images)
                    .sum())
            .isEqualTo(images);
      }
      long hits =
          ofStage.stream()
              .filter(row -> row.trueClass() == row.predictedClass())
              .mapToLong(ConfusionResult::images)
              .sum();
      assertThat(hits / (double) test.count())
          .isCloseTo(evaluation.last().test().accuracy(), within(1e-12));
    }
    assertThat(rows).extracting(ConfusionResult::stage).contains("dense", "pruned");
  }

  @Test
  void pairsWithoutAnImageHaveNoRow() {
    assertThat(ConfusionResult.of("dense", 2, new int[] {3, 0, 1, 4}))
        .containsExactly(
            new ConfusionResult("dense", 0, 0, 3),
            new ConfusionResult("dense", 1, 0, 1),
            new ConfusionResult("dense", 1, 1, 4));
  }
}
