package prunesweep.trainer.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.fixture.PaperMethods;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.trial.TrialSpec;

/** Each rule of each spec, with values on both sides of it. */
class SpecValidationTest {

  private static final String SHARE = "a share above 0 and below 1";
  private static final String SHARE_OR_ONE = "a share above 0 and at most 1";

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.0, -0.5, 1.5, 80, Double.NaN, Double.POSITIVE_INFINITY})
  void targetAndFirstThresholdAreShares(double wrong) {
    refuses("target", SHARE, wrong, () -> pruning(32, wrong, 0.8));
    refuses("first-threshold", SHARE, wrong, () -> pruning(32, 0.8, wrong));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 0.9999999999999999})
  void anyShareBetweenIsATarget(double right) {
    assertThat(pruning(32, right, right).target()).contains(right);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001, Integer.MIN_VALUE})
  void counterBatchIsOneToAMillion(int wrong) {
    refuses(
        "counter-batch", "a whole number from 1 to 1000000", wrong, () -> pruning(wrong, 0.8, 0.8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -5, 10_001})
  void cyclesAreOneToTenThousand(int wrong) {
    refuses(
        "cycles",
        "a whole number from 1 to 10000",
        wrong,
        () -> SmallSpecs.pruning(SmallSpecs.global(wrong), Score.NEURONS, 0.5, 0.8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.8, 1.0000000000000002, Double.NaN, Double.NEGATIVE_INFINITY})
  void decayIsAShareOrOne(double wrong) {
    refuses("decay", SHARE_OR_ONE, wrong, () -> Geometric.ofThePaper(wrong));
  }

  @Test
  void aDecayOfOneIsAllowed() {
    assertThat(Geometric.ofThePaper(1).decay()).isEqualTo(1);
  }

  @Test
  void aNetworkNeedsAHiddenLayer() {
    refuses("hidden", "a list of 1 to 64 hidden layers", List.of(), () -> network(List.of()));
    List<Integer> many = Collections.nCopies(65, 10);
    refuses("hidden", "a list of 1 to 64 hidden layers", many, () -> network(many));
    assertThat(network(Collections.nCopies(64, 10)).hidden()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4_097})
  void aConvolutionNeedsChannels(int wrong) {
    refuses(
        "channels",
        "a whole number from 1 to 4096",
        wrong,
        () -> new ConvolutionSpec(wrong, 5, 0, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -5, 256})
  void aKernelAndAPoolHaveASide(int wrong) {
    String rule = "a whole number from 1 to 255";
    refuses("kernel", rule, wrong, () -> new ConvolutionSpec(6, wrong, 0, 2));
    refuses("pooling", rule, wrong, () -> new ConvolutionSpec(6, 5, 0, wrong));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5})
  void paddingIsLessThanTheKernel(int wrong) {
    refuses(
        "padding", "a whole number from 0 to 4", wrong, () -> new ConvolutionSpec(6, 5, wrong, 2));
    assertThat(new ConvolutionSpec(1, 1, 0, 1).label()).isEqualTo("1c1");
    assertThat(new ConvolutionSpec(4096, 255, 254, 255).label()).isEqualTo("4096c255p254m255");
  }

  @Test
  void aNetworkHasAtMost64Convolutions() {
    ConvolutionSpec one = new ConvolutionSpec(1, 1, 0, 1);
    assertThat(convolutional(Collections.nCopies(64, one)).hiddenLayers()).isEqualTo(65);
    assertThatThrownBy(() -> convolutional(Collections.nCopies(65, one)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith("convolutions must be a list of at most 64 layers");
  }

  @ParameterizedTest
  @EnumSource
  void everyEngineTrainsConvolutions(Engine engine) {
    NetworkSpec network = convolutional(List.of(new ConvolutionSpec(6, 5, 2, 2)));
    assertThat(trial(network, engine).network()).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -300, 65_537})
  void aHiddenLayerNeedsUnits(int wrong) {
    refuses(
        "hidden", "a whole number from 1 to 65536", wrong, () -> network(List.of(300, wrong, 50)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.01, Double.NaN, Double.POSITIVE_INFINITY})
  void learningRateIsPositive(double wrong) {
    refuses(
        "learning-rate", "a finite number above 0", wrong, () -> training(wrong, 32, 500, 0.98));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -32, (1 << 20) + 1})
  void batchSizeIsOneToAMebi(int wrong) {
    refuses(
        "batch-size",
        "a whole number from 1 to 1048576",
        wrong,
        () -> training(0.01, wrong, 500, 0.98));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void maxEpochsIsOneToAMillion(int wrong) {
    refuses(
        "max-epochs",
        "a whole number from 1 to 1000000",
        wrong,
        () -> training(0.01, 32, wrong, 0.98));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 98, Double.NaN})
  void targetAccuracyIsAShareOrOne(double wrong) {
    refuses("target-accuracy", SHARE_OR_ONE, wrong, () -> training(0.01, 32, 500, wrong));
  }

  @Test
  void aTargetAccuracyOfOneIsAllowed() {
    assertThat(training(0.01, 1, 1, 1).targetAccuracy()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Fashion-MNIST", "-mnist", "fashion mnist", "a=b", "mnist\n", "../x"})
  void aDatasetNameIsPlain(String wrong) {
    refuses(
        "name",
        "lower-case letters, digits and hyphens",
        wrong,
        () -> DatasetSpec.published(wrong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "xy", " "})
  void aContentIsASum(String wrong) {
    refuses(
        "content", "64 hexadecimal digits or nothing", wrong, () -> new DatasetSpec("m", wrong));
  }

  @Test
  void aProblemSaysKeyRuleAndValue() {
    InvalidSpecException problem =
        catchThrowableOfType(InvalidSpecException.class, () -> pruning(32, 1.5, 0.8));
    assertThat(problem.key()).isEqualTo("target");
    assertThat(problem.rule()).isEqualTo(SHARE);
    assertThat(problem.value()).isEqualTo("1.5");
  }

  private static void refuses(String key, String rule, Object value, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("%s must be %s, got %s", key, rule, value);
  }

  /** Training that reaches its target stops before it prunes: at 0.98 itself there is no prune. */
  @ParameterizedTest
  @ValueSource(doubles = {0.98, 0.99})
  void aFirstThresholdThatOnlyTheEndOfTrainingReachesIsRefused(double wrong) {
    refuses(
        "first-threshold",
        "below target-accuracy (0.98), at which training stops before it prunes",
        wrong,
        () -> trial(wrong));
    assertThat(trial(Math.nextDown(0.98)).seed()).isZero();
  }

  private static TrialSpec trial(double firstThreshold) {
    TrainingSpec training = new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR);
    return new TrialSpec(
        DatasetSpec.published("mnist"),
        network(List.of(9)),
        training,
        pruning(32, 0.8, firstThreshold),
        0);
  }

  private static ThresholdPruning pruning(int counterBatch, double target, double threshold) {
    return PaperMethods.activation(
        new PaperScope.LocalScope(),
        Score.NEURONS,
        Counter.ACTIVE,
        CounterSource.TRAIN,
        counterBatch,
        target,
        threshold);
  }

  private static NetworkSpec convolutional(List<ConvolutionSpec> convolutions) {
    return new NetworkSpec(convolutions, List.of(10), true);
  }

  private static TrialSpec trial(NetworkSpec network, Engine engine) {
    TrainingSpec training = new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, engine);
    DatasetSpec dataset = DatasetSpec.published("mnist");
    return new TrialSpec(dataset, network, training, new DenseTraining(), 0);
  }

  private static NetworkSpec network(List<Integer> hidden) {
    return new NetworkSpec(hidden, true);
  }

  private static TrainingSpec training(
      double learningRate, int batchSize, int maxEpochs, double targetAccuracy) {
    return new TrainingSpec(
        Optimizer.SGD, learningRate, batchSize, maxEpochs, targetAccuracy, Engine.VECTOR);
  }
}
