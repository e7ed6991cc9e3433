package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;

/** LeNet-5 by the fast engine beside Deeplearning4j: same start, same batches, 200 steps. */
class ConvolutionAgreementTest {

  private static final int STEPS = 200;
  private static final int BATCH = 5;
  private static final int IMAGES_USED = 400;
  private static final double CLOSE = 1e-5;
  private static final Dataset SAMPLE = SmallImages.sample(IMAGES_USED);
  private static final UpdateSpec MOMENTUM =
      UpdateSpec.plain(Optimizer.SGD).withMomentum(0.9, Switch.OFF);
  private static final UpdateSpec ADAM = UpdateSpec.plain(Optimizer.ADAM);
  private static final UpdateSpec SGD = UpdateSpec.plain(Optimizer.SGD);

  /** What is held from the 11th step on. */
  enum MaskKind {
    NOTHING,
    HALF,

    /** Whole channels and units: four of five are left out for good. */
    FIFTH_OF_THE_UNITS;

    Optional<Mask> mask(List<Kernel> kernels) {
      return switch (this) {
        case NOTHING -> Optional.empty();
        case HALF -> Optional.of(RandomMasks.half(1, kernels));
        case FIFTH_OF_THE_UNITS -> Optional.of(fifth(kernels));
      };
    }

    private static Mask fifth(List<Kernel> kernels) {
      List<boolean[]> kept = new ArrayList<>();
      for (Kernel kernel : kernels) {
        boolean[] layer = new boolean[kernel.size()];
        for (int index = 0; index < layer.length; index++) {
          layer[index] = index % kernel.units() % 5 == 0;
        }
        kept.add(layer);
      }
      return new Mask(kept);
    }
  }

  /**
   * Some seeds, one of which must agree to the end: a value nearer to zero than the rounding of a
   * sum, or two nearly equal ones under a maximum, send a gradient another way, and a run decides
   * that ten million times.
   */
  @ParameterizedTest
  @CsvSource({
    "momentum, NOTHING",
    "momentum, HALF",
    "adam, NOTHING",
    "adam, FIFTH_OF_THE_UNITS",
    "sgd, FIFTH_OF_THE_UNITS"
  })
  void sameNetworkAfterTwoHundredSteps(String update, MaskKind mask) {
    assertThat(LongStream.rangeClosed(1, 8))
        .anyMatch(seed -> distanceAtTheEnd(update, mask, seed) < CLOSE);
  }

  private static double distanceAtTheEnd(String update, MaskKind mask, long seed) {
    Parameters initial = GlorotUniform.initialise(Networks.LENET, 784, 10, seed);
    try (TrainingEngine fast = engine(Engine.VECTOR, update, initial);
        TrainingEngine reference = engine(Engine.DL4J, update, initial)) {
      List<TrainingEngine> both = List.of(fast, reference);
      int[] order = new Random(seed).ints((long) STEPS * BATCH - 2, 0, IMAGES_USED).toArray();
      int cut = 10 * BATCH;
      double before = distanceAfter(both, Arrays.copyOf(order, cut));
      assertThat(before).as("10 steps, seed %d", seed).isLessThan(CLOSE);
      mask.mask(initial.hidden()).ifPresent(held -> both.forEach(one -> one.hold(held)));
      return distanceAfter(both, Arrays.copyOfRange(order, cut, order.length));
    }
  }

  /** The largest difference of losses and, layer by layer, of parameters. */
  private static double distanceAfter(List<TrainingEngine> both, int[] order) {
    LabelledImages images = SAMPLE.training();
    Tally fast = both.get(0).train(images, order);
    Tally reference = both.get(1).train(images, order);
    List<Double> differences =
        Networks.distances(both.get(0).parameters(), both.get(1).parameters());
    differences.add(Math.abs(fast.loss() - reference.loss()));
    differences.add(
        Math.abs(both.get(0).evaluate(images).loss() - both.get(1).evaluate(images).loss()));
    return Collections.max(differences);
  }

  private static TrainingEngine engine(Engine engine, String update, Parameters initial) {
    TrainingSpec training =
        switch (update) {
          case "momentum" -> training(engine, Optimizer.SGD, 0.01).with(MOMENTUM);
          case "adam" -> training(engine, Optimizer.ADAM, 0.001).with(ADAM);
          default -> training(engine, Optimizer.SGD, 0.05).with(SGD);
        };
    return Networks.engine(Architecture.of(Networks.LENET, 784, 10), training, initial);
  }

  private static TrainingSpec training(Engine engine, Optimizer optimizer, double rate) {
    return SmallSpecs.training(engine, optimizer, rate, BATCH);
  }
}
