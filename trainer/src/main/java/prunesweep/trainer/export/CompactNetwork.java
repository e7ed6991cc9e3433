package prunesweep.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;

/**
 * A network without what pruning has left dead: the same outputs, to rounding, from smaller dense
 * matrices. Gone are units that nothing leads out of, units that nothing leads into, whose constant
 * output becomes part of the biases above them, and features that nothing leads out of. What dies
 * with them goes too. Each layer keeps one unit at least.
 *
 * <p>A channel with a constant output other than 0 stays where the layer above pads its maps, as
 * its share then differs from place to place. All features stay before a convolution.
 */
public final class CompactNetwork {

  private final boolean bias;
  private final List<Layer> layers;
  private final List<Kernel> kernels;
  private final List<float[]> biases;
  private List<Integer> features;

  private CompactNetwork(TrainedNetwork network) {
    bias = network.architecture().bias();
    layers = new ArrayList<>(network.architecture().layers());
    kernels = new ArrayList<>(network.parameters().kernels());
    biases = new ArrayList<>(network.parameters().biases());
    features = network.features();
  }

  /** The smallest such network for {@code network}. */
  public static TrainedNetwork of(TrainedNetwork network) {
    CompactNetwork compact = new CompactNetwork(network);
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      for (int layer = 0; layer < compact.layers.size() - 1; layer++) {
        isSmaller |= compact.dropUnits(layer);
      }
    }
    compact.dropFeatures();
    return new TrainedNetwork(
        new Architecture(compact.layers, compact.bias),
        new Parameters(compact.kernels, compact.biases),
        network.encoding(),
        compact.features);
  }

  /** Drops the dead units of a hidden layer; whether there were any. */
  private boolean dropUnits(int layer) {
    int units = kernels.get(layer).units();
    List<Integer> live = kept(units, unit -> !isUnheard(layer, unit) && !isConstant(layer, unit));
    if (live.size() == units) {
      return false;
    }
    IntStream.range(0, units).filter(unit -> !live.contains(unit)).forEach(u -> fold(layer, u));
    keepRows(layer + 1, rowsOf(layer, live));
    keepUnits(layer, live);
    return true;
  }

  /** Those of {@code count} that pass {@code test}, or the first where none does. */
  private static List<Integer> kept(int count, IntPredicate test) {
    List<Integer> kept = IntStream.range(0, count).filter(test).boxed().toList();
    return kept.isEmpty() ? List.of(0) : kept;
  }

  /** Whether no weight leads out of the unit. */
  private boolean isUnheard(int layer, int unit) {
    Kernel above = kernels.get(layer + 1);
    return rowsOf(layer, List.of(unit)).stream().allMatch(row -> isZeroRow(above, row));
  }

  private static boolean isZeroRow(Kernel kernel, int row) {
    int from = row * kernel.units();
    return IntStream.range(from, from + kernel.units())
        .allMatch(index -> kernel.weights()[index] == 0);
  }

  /** Whether no weight leads into the unit, and its output can become part of biases. */
  private boolean isConstant(int layer, int unit) {
    Kernel kernel = kernels.get(layer);
    boolean hasInput =
        IntStream.range(0, kernel.inputs())
            .anyMatch(input -> kernel.weights()[input * kernel.units() + unit] != 0);
    boolean isPadded =
        layers.get(layer + 1) instanceof Layer.Convolution above && above.spec().padding() > 0;
    return !hasInput && (!isPadded || constant(layer, unit) == 0);
  }

  /** The output of a unit that nothing leads into. */
  private float constant(int layer, int unit) {
    return bias ? Math.max(0, biases.get(layer)[unit]) : 0;
  }

  private void fold(int layer, int unit) {
    float constant = isConstant(layer, unit) ? constant(layer, unit) : 0;
    if (constant == 0) {
      return;
    }
    Kernel above = kernels.get(layer + 1);
    float[] sums = biases.get(layer + 1).clone();
    for (int row : rowsOf(layer, List.of(unit))) {
      for (int next = 0; next < sums.length; next++) {
        sums[next] += constant * above.weights()[row * above.units() + next];
      }
    }
    biases.set(layer + 1, sums);
  }

  /** The rows of the kernel above that the outputs of {@code units} go into. */
  private List<Integer> rowsOf(int layer, List<Integer> units) {
    int each = kernels.get(layer + 1).inputs() / kernels.get(layer).units();
    return units.stream()
        .flatMap(unit -> IntStream.range(unit * each, (unit + 1) * each).boxed())
        .toList();
  }

  private void keepUnits(int layer, List<Integer> units) {
    Kernel kernel = kernels.get(layer);
    float[] weights = new float[kernel.inputs() * units.size()];
    for (int index = 0; index < weights.length; index++) {
      int unit = units.get(index % units.size());
      weights[index] = kernel.weights()[index / units.size() * kernel.units() + unit];
    }
    float[] own = new float[bias ? units.size() : 0];
    for (int index = 0; index < own.length; index++) {
      own[index] = biases.get(layer)[units.get(index)];
    }
    kernels.set(layer, new Kernel(kernel.inputs(), units.size(), weights));
    biases.set(layer, own);
    layers.set(layer, withUnits(layers.get(layer), units.size()));
    layers.set(layer + 1, above(layers.get(layer), layers.get(layer + 1)));
  }

  private static Layer withUnits(Layer layer, int units) {
    if (layer instanceof Layer.Convolution convolution) {
      ConvolutionSpec spec = convolution.spec();
      return new Layer.Convolution(
          convolution.below(),
          new ConvolutionSpec(units, spec.kernel(), spec.padding(), spec.pooling()));
    }
    return new Layer.Dense(layer.inputs(), units);
  }

  /** The layer {@code next} on top of {@code layer}. */
  private static Layer above(Layer layer, Layer next) {
    if (next instanceof Layer.Convolution convolution) {
      FeatureMaps maps = convolution.below();
      return new Layer.Convolution(
          new FeatureMaps(layer.units(), maps.height(), maps.width()), convolution.spec());
    }
    int outputs =
        layer instanceof Layer.Convolution convolution
            ? convolution.pooled().values()
            : layer.units();
    return new Layer.Dense(outputs, next.units());
  }

  private void keepRows(int layer, List<Integer> rows) {
    Kernel kernel = kernels.get(layer);
    float[] weights = new float[rows.size() * kernel.units()];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(
          kernel.weights(),
          rows.get(row) * kernel.units(),
          weights,
          row * kernel.units(),
          kernel.units());
    }
    kernels.set(layer, new Kernel(rows.size(), kernel.units(), weights));
  }

  private void dropFeatures() {
    if (layers.get(0) instanceof Layer.Dense first) {
      Kernel kernel = kernels.get(0);
      List<Integer> rows = kept(kernel.inputs(), row -> !isZeroRow(kernel, row));
      List<Integer> before = features;
      keepRows(0, rows);
      features = rows.stream().map(before::get).toList();
      layers.set(0, new Layer.Dense(rows.size(), first.units()));
    }
  }
}
