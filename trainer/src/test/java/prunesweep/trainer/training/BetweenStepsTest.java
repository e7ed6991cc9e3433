package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

/** Three epochs of 30 images in batches of 8: steps 1 to 12, every fourth of 6 images. */
class BetweenStepsTest {

  private static final LabelledImages IMAGES = SmallImages.noise(5, 30, 9, 3);
  private static final Dataset DATASET = new Dataset("noise", 3, IMAGES, IMAGES, IMAGES);
  private static final NetworkSpec NETWORK = new NetworkSpec(List.of(7, 5), true);

  private final List<String> happened = new ArrayList<>();

  @Test
  void happenAfterTheirMultiplesCountedOverTheRun() {
    train(Engine.VECTOR, Optimizer.SGD, 3, 2);

    assertThat(happened)
        .containsExactly("2:2", "3:3", "2:4", "3:6", "2:6", "2:8", "3:9", "2:10", "3:12", "2:12");
  }

  @Test
  void happenNeverWhereTheRunIsTooShort() {
    train(Engine.VECTOR, Optimizer.SGD, 13, 100);

    assertThat(happened).isEmpty();
  }

  /** The batches of every third step, as they are trained: whole ones, and the last of an epoch. */
  @Test
  void looksComeBeforeTheirMultiplesWithTheBatchThatIsNext() {
    TrainingSpec training = new TrainingSpec(Optimizer.SGD, 0.02, 8, 3, 1, Engine.VECTOR);
    List<Object> looks = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (int step : new int[] {3, 6, 9, 12}) {
      int[] order = Shuffle.order(30, 4, "training", (step - 1) / 4 + 1);
      int first = (step - 1) % 4 * 8;
      expected.add(step);
      expected.add(IntStream.range(first, Math.min(30, first + 8)).map(at -> order[at]).toArray());
    }
    Parameters initial = GlorotUniform.initialise(NETWORK, 9, 3, 2);
    try (TrainingEngine engine = Networks.engine(training, initial)) {
      TrainingLoop loop = new TrainingLoop(training, DATASET, engine).with(recorded(5));
      TrainingRun run = loop.with(looking(3, looks)).run("training", 4, (epoch, accuracy) -> {});

      assertThat(looks).usingRecursiveComparison().isEqualTo(expected);
      assertThat(happened).containsExactly("5:5", "5:10");
      List<Object> result = new ArrayList<>(Networks.bits(engine.parameters()));
      run.epochs().stream().map(EpochResult::trainAccuracy).forEach(result::add);
      run.epochs().stream().map(EpochResult::validationLoss).forEach(result::add);
      assertThat(result).isEqualTo(train(Engine.VECTOR, Optimizer.SGD));
    }
  }

  private static BeforeSteps looking(int every, List<Object> looks) {
    return new BeforeSteps() {
      @Override
      public int every() {
        return every;
      }

      @Override
      public void before(int step, int[] images) {
        looks.add(step);
        looks.add(images);
      }
    };
  }

  /** What happens and changes nothing changes nothing, wherever it cuts the epochs. */
  @ParameterizedTest
  @CsvSource({"VECTOR, SGD", "VECTOR, ADAM", "DL4J, SGD", "DL4J, ADAM"})
  void cutEpochsTrainTheSameNetwork(Engine engine, Optimizer optimizer) {
    List<Object> whole = train(engine, optimizer);

    assertThat(train(engine, optimizer, 1)).isEqualTo(whole);
    assertThat(train(engine, optimizer, 3, 2)).isEqualTo(whole);
    assertThat(train(engine, optimizer, 4)).isEqualTo(whole);
    assertThat(train(engine, optimizer, 5)).isEqualTo(whole);
    assertThat(happened).hasSize(12 + 4 + 6 + 3 + 2);
  }

  /** The bits of the network at the end, and the accuracies on the way. */
  private List<Object> train(Engine kind, Optimizer optimizer, int... cuts) {
    TrainingSpec training = new TrainingSpec(optimizer, 0.02, 8, 3, 1, kind);
    Parameters initial = GlorotUniform.initialise(NETWORK, 9, 3, 2);
    try (TrainingEngine engine = Networks.engine(training, initial)) {
      TrainingLoop loop = new TrainingLoop(training, DATASET, engine);
      for (int every : cuts) {
        loop.with(recorded(every));
      }
      TrainingRun run = loop.run("training", 4, (epoch, trainAccuracy) -> {});
      List<Object> result = new ArrayList<>(Networks.bits(engine.parameters()));
      run.epochs().stream().map(EpochResult::trainAccuracy).forEach(result::add);
      run.epochs().stream().map(EpochResult::validationLoss).forEach(result::add);
      return result;
    }
  }

  private BetweenSteps recorded(int every) {
    return new BetweenSteps() {
      @Override
      public int every() {
        return every;
      }

      @Override
      public void after(int step) {
        happened.add(every + ":" + step);
      }
    };
  }
}
