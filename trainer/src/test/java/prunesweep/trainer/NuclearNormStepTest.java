package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.analysis.NuclearNorm;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.trial.TrialOutcome.Completed;

class NuclearNormStepTest {

  private static final NetworkSpec NETWORK = new NetworkSpec(List.of(6, 5), true);
  private static final double RATE = 0.05;
  private static final double STRENGTH = 0.3;

  /** Three batches of 8: one epoch is three steps, and the move comes after the third. */
  @ParameterizedTest
  @CsvSource({"VECTOR, EQUAL", "VECTOR, RISING", "DL4J, RISING"})
  void movesTheHiddenWeightsAlongTheGradient(Engine engine, NormWeights weights) {
    Parameters plain = trained(engine, NuclearNormSpec.NONE);
    Parameters moved = trained(engine, new NuclearNormSpec(STRENGTH, weights, 3));

    List<Kernel> expected = new ArrayList<>();
    for (Kernel kernel : plain.hidden()) {
      double[] gradient = NuclearNorm.gradient(kernel, weights);
      float[] values = kernel.weights().clone();
      for (int index = 0; index < values.length; index++) {
        values[index] -= (float) (RATE * STRENGTH * 3 * gradient[index]);
      }
      expected.add(new Kernel(kernel.inputs(), kernel.units(), values));
    }
    expected.add(plain.kernels().get(2));
    assertThat(Networks.bits(moved))
        .isEqualTo(Networks.bits(new Parameters(expected, plain.biases())))
        .isNotEqualTo(Networks.bits(plain));
  }

  private static Parameters trained(Engine engine, NuclearNormSpec norm) {
    LabelledImages images = SmallImages.noise(3, 24, 9, 4);
    Dataset dataset = new Dataset("noise", 4, images, images, images);
    TrainingSpec training = training(engine, 1, norm);
    Parameters initial = GlorotUniform.initialise(NETWORK, 9, 4, 1);
    try (TrainingEngine network =
        Engines.create(Architecture.of(NETWORK, dataset), training, initial)) {
      TrainingLoop loop = new TrainingLoop(training, dataset, network);
      NuclearNormStep.addTo(loop, training, network)
          .run("training", 1, (epoch, trainAccuracy) -> {});
      return network.parameters();
    }
  }

  private static TrainingSpec training(Engine engine, int epochs, NuclearNormSpec norm) {
    return new TrainingSpec(Optimizer.SGD, RATE, 8, epochs, 1, engine, EarlyStop.ON, norm);
  }

  /** The first epoch has an accuracy above 0.01, and none has 0.999. */
  @Test
  void beginsOnceAnEpochHasReachedItsAccuracy() {
    NuclearNormSpec from = new NuclearNormSpec(0.05, NormWeights.COUNTING, 10, 0.01);
    NuclearNormSpec never = new NuclearNormSpec(0.05, NormWeights.COUNTING, 10, 0.999);
    Completed plain = trial(NuclearNormSpec.NONE);

    assertThat(losses(trial(never))).isEqualTo(losses(plain));
    assertThat(losses(trial(from)).get(0)).isEqualTo(losses(plain).get(0));
    assertThat(losses(trial(from)).get(1)).isNotEqualTo(losses(plain).get(1));
  }

  private static List<Double> losses(Completed trial) {
    return trial.epochs().stream().map(EpochResult::validationLoss).toList();
  }

  @Test
  void aTrialThatAsksForItEndsWithSmallerNorms() {
    Completed plain = trial(NuclearNormSpec.NONE);
    Completed regularised = trial(new NuclearNormSpec(0.05, NormWeights.EQUAL, 10));

    for (int layer = 0; layer < 2; layer++) {
      LayerResult before = plain.layers().get(layer);
      assertThat(regularised.layers().get(layer).spectrum().norms().nuclear())
          .isLessThan(0.9 * before.spectrum().norms().nuclear());
    }
    assertThat(regularised.spec().id()).isNotEqualTo(plain.spec().id());
  }

  private static Completed trial(NuclearNormSpec norm) {
    return (Completed)
        new TrialRunner()
            .run(
                SmallSpecs.trial(training(Engine.VECTOR, 3, norm), new DenseTraining()),
                SmallImages.sample(240));
  }
}
