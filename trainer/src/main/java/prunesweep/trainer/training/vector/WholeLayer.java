package prunesweep.trainer.training.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.Kernel;

/**
 * A layer with all its units, those left out of the work too; a {@link LiveLayer} is loaded from it
 * and stored to it. Matrices are {@code inputs x units}, row by row.
 */
final class WholeLayer {

  final int inputs;
  final int units;
  final boolean hasBias;
  final float[] weights;

  /** One a unit; zeros where there are no biases. */
  final float[] bias;

  private final List<ParameterArrays> memories;
  private boolean @Nullable [] kept;

  /** A layer that starts from these parameters; {@code bias} is empty where there are none. */
  WholeLayer(Kernel kernel, float[] bias, UpdateRule rule) {
    inputs = kernel.inputs();
    units = kernel.units();
    hasBias = bias.length > 0;
    weights = kernel.weights().clone();
    this.bias = Arrays.copyOf(bias, units);
    memories =
        Stream.generate(() -> new ParameterArrays(new float[inputs * units], new float[units]))
            .limit(rule.memories())
            .toList();
  }

  private WholeLayer(WholeLayer masked) {
    inputs = masked.inputs;
    units = masked.units;
    hasBias = masked.hasBias;
    weights = masked.weights;
    bias = masked.bias;
    memories = List.of();
  }

  /** The same layer with the same arrays of parameters, but without mask and memories. */
  WholeLayer unmasked() {
    return new WholeLayer(this);
  }

  /** The mask, true where a weight is kept; null as long as none is held. */
  boolean @Nullable [] kept() {
    return kept;
  }

  /** Sets what {@code kept} does not keep to zero, and what is remembered of it. */
  void hold(boolean[] kept) {
    this.kept = kept.clone();
    for (int index = 0; index < kept.length; index++) {
      if (!kept[index]) {
        weights[index] = 0;
        for (ParameterArrays memory : memories) {
          memory.weights()[index] = 0;
        }
      }
    }
  }

  /** The weights and biases themselves. */
  ParameterArrays parameters() {
    return new ParameterArrays(weights, bias);
  }

  /** One of the numbers that the update remembers of each parameter. */
  ParameterArrays memory(int index) {
    return memories.get(index);
  }

  /** All of them. */
  List<ParameterArrays> memories() {
    return memories;
  }

  /** A copy of what {@code from} holds of each weight. */
  Kernel kernel(ParameterArrays from) {
    return new Kernel(inputs, units, from.weights().clone());
  }

  /** A copy of what {@code from} holds of each bias; empty where there are none. */
  float[] biases(ParameterArrays from) {
    return Arrays.copyOf(from.bias(), hasBias ? units : 0);
  }
}
