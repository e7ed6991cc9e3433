package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

/** Equal seeds give equal bits, whoever else trains at the same time. */
class EngineBitsTest {

  private static final long SEED = 5;
  private static final LabelledImages IMAGES = SmallImages.noise(SEED, 500, 70, 10);
  private static final Parameters INITIAL =
      GlorotUniform.initialise(new NetworkSpec(List.of(40, 30), true), 70, 10, SEED);

  @ParameterizedTest
  @CsvSource({"VECTOR, SGD", "VECTOR, ADAM", "DL4J, SGD", "DL4J, ADAM"})
  void twiceTheSameRunIsEqualBitForBit(Engine engine, Optimizer optimizer) {
    assertThat(trained(engine, optimizer)).isEqualTo(trained(engine, optimizer));
  }

  @ParameterizedTest
  @CsvSource({"VECTOR, SGD", "VECTOR, ADAM", "DL4J, SGD", "DL4J, ADAM"})
  void twoThreadsAtOnceGiveTheBitsOfOne(Engine engine, Optimizer optimizer) throws Exception {
    List<Integer> alone = trained(engine, optimizer);
    for (List<Integer> together : onTwoThreads(engine, optimizer)) {
      assertThat(together).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsWithSomethingBesideTheOptimiserAreEqualBitForBit(Engine engine) {
    assertThat(Updates.all().map(update -> Updates.training(engine, update, 32)))
        .allSatisfy(training -> assertThat(trained(training)).isEqualTo(trained(training)));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void startsFromTheParametersGivenAndHandsOutCopies(Engine engine) {
    try (TrainingEngine network =
        Networks.engine(SmallSpecs.training(engine, Optimizer.SGD, 0.1, 32), INITIAL)) {
      Arrays.fill(network.parameters().kernels().get(0).weights(), 9);
      Arrays.fill(network.hiddenKernels().get(1).weights(), 9);
      Arrays.fill(network.parameters().biases().get(0), 9);

      assertThat(Networks.bits(network.parameters())).isEqualTo(Networks.bits(INITIAL));
      assertThat(network.hiddenKernels()).hasSize(2);
    }
  }

  private static List<List<Integer>> onTwoThreads(Engine engine, Optimizer optimizer)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<List<Integer>> bits = new ArrayList<>();
      Callable<List<Integer>> run = () -> trained(engine, optimizer);
      for (Future<List<Integer>> ended : threads.invokeAll(List.of(run, run))) {
        bits.add(ended.get());
      }
      return bits;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Two dense passes and two masked ones; the bits of the parameters and of the last figures. */
  private static List<Integer> trained(Engine engine, Optimizer optimizer) {
    double rate = optimizer == Optimizer.SGD ? 0.1 : 0.002;
    return trained(SmallSpecs.training(engine, optimizer, rate, 32));
  }

  private static List<Integer> trained(TrainingSpec training) {
    try (TrainingEngine network = Networks.engine(training, INITIAL)) {
      network.train(IMAGES, Shuffle.order(500, SEED, "training", 1));
      network.train(IMAGES, Shuffle.order(500, SEED, "training", 2));
      network.hold(RandomMasks.half(SEED, INITIAL.hidden()));
      network.train(IMAGES, Shuffle.order(500, SEED, "training", 3));
      Tally last = network.train(IMAGES, Shuffle.order(500, SEED, "training", 4));
      List<Integer> bits = new ArrayList<>(Networks.bits(network.parameters()));
      bits.add(Double.hashCode(last.lossSum()));
      bits.add(network.evaluate(IMAGES).hashCode());
      return bits;
    }
  }
}
