package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.analysis.SingularValues;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.Settings;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * The paper's network, untrained, pruned by random counters: shares and ranks do not hang on them.
 */
class PaperSharesTest {

  private static final long SEED = 20_240_501;
  private static final double ALL_WEIGHTS = 320_700;
  private static final Parameters PARAMETERS =
      GlorotUniform.initialise(new NetworkSpec(List.of(300, 200, 100, 50), true), 784, 10, SEED);

  /** Protocol, section 5. */
  @ParameterizedTest(name = "local {0} {1} is {2} %")
  @CsvSource({
    "NEURONS, 0.80, 79.88, 60/40/20/10",
    "NEURONS, 0.85, 84.85, 45/30/15/8",
    "NEURONS_WEIGHTS, 0.80, 79.88, ''",
    "NEURONS_WEIGHTS, 0.85, 84.87, ''",
  })
  void localPruningEndsOnThePapersFigures(
      Score score, double target, String percent, String ranks) {
    ThresholdPruning method = SmallSpecs.pruning(new PaperScope.LocalScope(), score, target, 0.8);
    FixedNetwork network = prune(method);

    assertThat(percent(network)).isEqualTo(percent);
    if (!ranks.isEmpty()) {
      assertThat(ranks(network)).isEqualTo(ranks);
    }
  }

  /** Protocol, section 4: after all cycles; 80 % less what rounding down leaves. */
  @ParameterizedTest(name = "global {0} N={1} T={2}")
  @CsvSource({
    "NEURONS, 5, 0.80, 256557",
    "NEURONS_WEIGHTS, 5, 0.80, 256557",
    "NEURONS_WEIGHTS, 10, 0.85, 272590",
  })
  void globalPruningEndsOnTheSchedule(Score score, int cycles, double target, long zeros) {
    PaperScope.GlobalScope scope = SmallSpecs.global(cycles);
    ThresholdPruning method = SmallSpecs.pruning(scope, score, target, 0.8);
    FixedNetwork network = prune(method);

    assertThat(network.zeros()).isEqualTo(zeros);
  }

  private static FixedNetwork prune(Method method) {
    Procedure procedure =
        method.procedure(
            Settings.of(
                PARAMETERS.hidden(),
                PARAMETERS.kernels().get(4),
                SmallSpecs.epochs(Engine.VECTOR, 0.01, 10),
                SmallImages.noise(SEED, 10, 784, 10),
                List.of()));
    Random random = new Random(SEED);
    FixedNetwork network =
        new FixedNetwork(
            PARAMETERS.hidden(), Stream.generate(() -> counts(random)).limit(20).toList());
    for (int epoch = 1; epoch <= 15; epoch++) {
      Optional<Prune> prune = procedure.afterEpoch(epoch, 0.99, network);
      long before = network.zeros();
      prune.ifPresent(made -> network.hold(made.mask()));
      assertThat(network.zeros() - before).isEqualTo(prune.map(Prune::prunedWeights).orElse(0L));
    }
    return network;
  }

  private static List<int[]> counts(Random random) {
    List<int[]> counts = new ArrayList<>();
    PARAMETERS.hidden().forEach(kernel -> counts.add(random.ints(kernel.units(), 0, 33).toArray()));
    return counts;
  }

  private static String percent(FixedNetwork network) {
    return String.format(Locale.ROOT, "%.2f", 100 * network.zeros() / ALL_WEIGHTS);
  }

  private static String ranks(FixedNetwork network) {
    return String.join(
        "/",
        network.hiddenKernels().stream()
            .map(kernel -> String.valueOf(SingularValues.of(kernel).rank()))
            .toList());
  }
}
