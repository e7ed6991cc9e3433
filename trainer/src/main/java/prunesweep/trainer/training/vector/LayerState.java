package prunesweep.trainer.training.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.Kernel;

/**
 * One layer whole, units left out of the work included: what {@link VectorLayer} is loaded from and
 * stored to. Matrices are {@code inputs x units}, row by row.
 */
final class LayerState {

  final int inputs;
  final int units;
  final boolean hasBias;
  final float[] weights;

  /** One a unit; zeros where there are no biases. */
  final float[] bias;

  /** What the update remembers of each weight, and of each bias. */
  final List<float[]> weightMemory;

  final List<float[]> biasMemory;
  private boolean @Nullable [] kept;

  /** A layer that starts from these parameters; {@code bias} is empty where there are none. */
  LayerState(Kernel kernel, float[] bias, UpdateRule rule) {
    inputs = kernel.inputs();
    units = kernel.units();
    hasBias = bias.length > 0;
    weights = kernel.weights().clone();
    this.bias = Arrays.copyOf(bias, units);
    weightMemory = Stream.generate(() -> new float[inputs * units]).limit(rule.memories()).toList();
    biasMemory = Stream.generate(() -> new float[units]).limit(rule.memories()).toList();
  }

  /** Which weights are kept; null as long as no mask is held. */
  boolean @Nullable [] kept() {
    return kept;
  }

  /** Sets what {@code kept} does not keep to zero, and what is remembered of it. */
  void hold(boolean[] kept) {
    this.kept = kept.clone();
    for (int index = 0; index < kept.length; index++) {
      if (!kept[index]) {
        weights[index] = 0;
        for (float[] memory : weightMemory) {
          memory[index] = 0;
        }
      }
    }
  }

  /** A copy of the weights. */
  Kernel kernel() {
    return new Kernel(inputs, units, weights.clone());
  }

  /** A copy of the biases; empty where there are none. */
  float[] biases() {
    return Arrays.copyOf(bias, hasBias ? units : 0);
  }
}
