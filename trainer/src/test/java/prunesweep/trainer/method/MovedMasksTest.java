package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.fixture.StoredPerceptron;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.training.TrainingEngine;

/**
 * Masks of a 6-5-4-3 network after each of four moves, and the network after four more steps, by
 * 64-bit NumPy: see moved_masks.py.
 */
class MovedMasksTest {

  private static final int BATCH = 5;
  private static final int STEPS = 14;
  private static final int EVERY = 2;
  private static final StoredNumbers STORED = StoredNumbers.of("moved-masks.txt");
  private static final StoredPerceptron PERCEPTRON = new StoredPerceptron(STORED);

  @ParameterizedTest
  @CsvSource({"VECTOR, GRADIENT", "VECTOR, MOMENTUM", "DL4J, GRADIENT", "DL4J, MOMENTUM"})
  void areThoseOfNumPy(Engine kind, Grow grow) {
    LabelledImages images = STORED.images();
    TrainingSpec training =
        new TrainingSpec(Optimizer.SGD, 0.05, BATCH, 4, 1, kind)
            .with(UpdateSpec.plain(Optimizer.SGD).withMomentum(0.9, Switch.OFF));
    Setting setting =
        new Setting(
            new Dataset("stored", 3, images, images, images),
            Architecture.of(new NetworkSpec(List.of(5, 4), true), 6, 3),
            training,
            1,
            counter -> List.of());
    // 20 steps in all, so that weights move before the tenth.
    Procedure procedure = new DynamicTraining(half(), grow, EVERY, 0.8, 0.5).procedure(setting);
    List<Integer> moves = new ArrayList<>();
    try (TrainingEngine engine = Networks.engine(training, PERCEPTRON.initial())) {
      engine.hold(procedure.beforeTraining(engine).orElseThrow().mask());
      for (int step = 1; step <= STEPS; step++) {
        int[] batch = batch(step);
        if (step % procedure.lookEvery() == 0) {
          procedure.beforeStep(step, batch, engine);
        }
        engine.train(images, batch);
        if (step % procedure.pruneEvery() == 0) {
          Optional<Prune> prune = procedure.afterSteps(step, engine);
          if (prune.isPresent()) {
            make(prune.get(), engine, grow.label() + "." + step);
            moves.add(step);
          }
        }
      }

      assertThat(moves).containsExactly(2, 4, 6, 8);
      assertThat(Networks.distances(engine.parameters(), PERCEPTRON.expected(grow.label())))
          .allSatisfy(distance -> assertThat(distance).isLessThan(2e-6));
    }
  }

  private static void make(Prune prune, TrainingEngine engine, String name) {
    Mask mask = prune.regrown().orElseThrow();
    engine.hold(prune.mask());
    engine.hold(mask);
    for (int layer = 0; layer < 2; layer++) {
      boolean[] kept = mask.kept().get(layer);
      assertThat(IntStream.range(0, kept.length).map(at -> kept[at] ? 1 : 0).toArray())
          .as("%s, layer %d", name, layer + 1)
          .containsExactly(STORED.integers(name + "." + layer));
    }
  }

  private static int[] batch(int step) {
    return Arrays.copyOfRange(STORED.integers("order"), (step - 1) * BATCH, step * BATCH);
  }

  private static Selection half() {
    return new Selection(
        ScoreSpec.MAGNITUDE,
        CounterSpec.STANDARD,
        ScoreBatches.STANDARD,
        new Layers(),
        new AtOnce(),
        Granularity.WEIGHTS,
        WithinLayer.SCORE,
        0.5);
  }
}
