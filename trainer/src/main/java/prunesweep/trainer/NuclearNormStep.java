package prunesweep.trainer;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.analysis.NuclearNorm;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.BetweenSteps;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;

/**
 * Moves the hidden weights along the gradient of their weighted nuclear norm (Ganguli and Chong
 * 2024, equation 4): every so many steps by learning rate x strength x steps, apart from the
 * optimiser, as weight decay is best apart from Adam (Loshchilov and Hutter 2019). None before an
 * epoch of the training has the accuracy that switches the norm on.
 */
final class NuclearNormStep implements BetweenSteps {

  private final NuclearNormSpec norm;
  private final double rate;
  private final TrainingEngine engine;
  private final TrainingLoop loop;

  private NuclearNormStep(TrainingSpec training, TrainingEngine engine, TrainingLoop loop) {
    norm = training.nuclearNorm();
    rate = training.learningRate();
    this.engine = engine;
    this.loop = loop;
  }

  /** {@code loop}, with such steps if {@code training} asks for them. */
  static TrainingLoop addTo(TrainingLoop loop, TrainingSpec training, TrainingEngine engine) {
    return training.nuclearNorm().isAsked()
        ? loop.with(new NuclearNormStep(training, engine, loop))
        : loop;
  }

  @Override
  public int every() {
    return norm.every();
  }

  @Override
  public void after(int step) {
    if (loop.hasReached(norm.fromAccuracy())) {
      move(step);
    }
  }

  private void move(int step) {
    Parameters before = engine.parameters();
    double by = rate * norm.strength() * norm.every() * loop.rateFactor(step - 1);
    List<Kernel> kernels = new ArrayList<>();
    before.hidden().forEach(kernel -> kernels.add(moved(kernel, by)));
    kernels.add(before.kernels().get(kernels.size()));
    engine.replace(new Parameters(kernels, before.biases()));
  }

  private Kernel moved(Kernel kernel, double by) {
    double[] gradient = NuclearNorm.gradient(kernel, norm.weights());
    float[] weights = kernel.weights();
    for (int index = 0; index < weights.length; index++) {
      weights[index] -= (float) (by * gradient[index]);
    }
    return kernel;
  }
}
