package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.UpdateSpec;

/** Convolutions against the same steps in 64-bit PyTorch: see convolution_steps.py. */
class ConvolutionStepsTest {

  private static final int PIXELS = 64;
  private static final int BATCH = 5;
  private static final int STEPS_BEFORE_MASK = 4;
  private static final StoredNumbers STORED = StoredNumbers.of("convolution-steps.txt");
  private static final Architecture NETWORK =
      Architecture.of(
          new NetworkSpec(
              List.of(new ConvolutionSpec(3, 3, 1, 2), new ConvolutionSpec(4, 2, 0, 2)),
              List.of(6),
              true),
          PIXELS,
          3);

  private static final UpdateSpec SGD = UpdateSpec.plain(Optimizer.SGD);
  private static final UpdateSpec MOMENTUM_AND_DECAY =
      SGD.withMomentum(0.8, Switch.OFF).withWeightDecay(0.05, Switch.OFF);

  /** Ten steps of five images, the last of three; masked ones after four dense steps. */
  @ParameterizedTest
  @CsvSource({
    "DL4J, sgd",
    "DL4J, sgd-masked",
    "DL4J, momentum-decay",
    "DL4J, momentum-decay-masked",
    "VECTOR, sgd",
    "VECTOR, sgd-masked",
    "VECTOR, momentum-decay",
    "VECTOR, momentum-decay-masked"
  })
  void agreeWithPyTorch(Engine kind, String name) {
    int[] order = STORED.integers("order");
    int cut = STEPS_BEFORE_MASK * BATCH;
    try (TrainingEngine engine =
        Networks.engine(
            NETWORK,
            SmallSpecs.training(kind, Optimizer.SGD, 0.05, BATCH)
                .with(name.startsWith("momentum") ? MOMENTUM_AND_DECAY : SGD),
            parameters("initial"))) {
      Tally dense = engine.train(STORED.images(), Arrays.copyOf(order, cut));
      if (name.endsWith("masked")) {
        engine.hold(mask());
      }
      Tally rest = engine.train(STORED.images(), Arrays.copyOfRange(order, cut, order.length));

      double loss = (dense.lossSum() + rest.lossSum()) / order.length;
      assertThat(loss).isCloseTo(STORED.doubles(name + ".loss")[0], within(1e-6));
      assertThat(Networks.distances(engine.parameters(), parameters(name)))
          .allSatisfy(distance -> assertThat(distance).isLessThan(2e-6));
    }
  }

  private static Parameters parameters(String name) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < NETWORK.layers().size(); layer++) {
      kernels.add(kernel(layer, name + ".kernel" + layer));
      biases.add(STORED.floats(name + ".bias" + layer));
    }
    return new Parameters(kernels, biases);
  }

  private static Kernel kernel(int layer, String name) {
    Layer shape = NETWORK.layers().get(layer);
    return new Kernel(shape.inputs(), shape.units(), STORED.floats(name));
  }

  private static Mask mask() {
    List<Kernel> ones = new ArrayList<>();
    for (int layer = 0; layer < NETWORK.hidden().size(); layer++) {
      ones.add(kernel(layer, "mask" + layer));
    }
    return Mask.ofNonZero(ones);
  }
}
