package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.PaperMethods;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** Controls keep what the score decides about layers and change what it decides within them. */
class ControlsTest {

  private static final Dataset SAMPLE = SmallImages.sample(240);

  @ParameterizedTest
  @EnumSource(
      value = WithinLayer.class,
      names = {"MAGNITUDE", "RANDOM"})
  void keepTheSharePerLayer(WithinLayer control) {
    Completed score = run(Engine.VECTOR, WithinLayer.SCORE);
    Completed other = run(Engine.VECTOR, control);

    assertThat(nonzero(other)).isEqualTo(nonzero(score));
    assertThat(nonzero(score).stream().mapToLong(weights -> weights).sum())
        .isEqualTo(15_920 - 8_020);
    assertThat(patterns(other)).doesNotContainAnyElementsOf(patterns(score));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void keepTheSharePerLayerOnBothEngines(Engine engine) {
    assertThat(nonzero(run(engine, WithinLayer.RANDOM)))
        .isEqualTo(nonzero(run(engine, WithinLayer.SCORE)));
  }

  private static List<Long> nonzero(Completed outcome) {
    return outcome.layers().stream().map(LayerResult::nonzeroWeights).toList();
  }

  private static List<String> patterns(Completed outcome) {
    return outcome.heatMaps().stream().map(map -> HexFormat.of().formatHex(map.pattern())).toList();
  }

  /** One cycle, half of 16,040 weights: later cycles would see networks that trained apart. */
  private static Completed run(Engine engine, WithinLayer withinLayer) {
    ThresholdPruning method =
        PaperMethods.activation(
            SmallSpecs.global(1),
            Score.NEURONS_WEIGHTS,
            Counter.ACTIVE,
            CounterSource.TRAIN,
            32,
            0.5,
            0.01,
            withinLayer);
    TrialSpec trial = SmallSpecs.trial(SmallSpecs.epochs(engine, 0.1, 2), method);
    return (Completed)
        new TrialRunner()
            .run(
                new TrialSpec(
                    trial.dataset(),
                    trial.network(),
                    trial.training(),
                    method,
                    RetrainingSpec.NONE,
                    List.of(Analysis.HEAT_MAPS),
                    trial.seed()),
                SAMPLE);
  }
}
