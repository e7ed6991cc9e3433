package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.NetworkSpec;

/** A network with convolutions by loops over its definition, in 64 bits. */
final class PlainConvolutions {

  private final NetworkSpec network;
  private final List<double[]> weights = new ArrayList<>();
  private final List<double[]> biases = new ArrayList<>();
  private final List<Kernel> kernels;

  PlainConvolutions(NetworkSpec network, Parameters parameters) {
    this.network = network;
    kernels = parameters.kernels();
    parameters.kernels().forEach(kernel -> weights.add(doubles(kernel.weights())));
    for (int layer = 0; layer < kernels.size(); layer++) {
      double[] bias = doubles(parameters.biases().get(layer));
      biases.add(bias.length > 0 ? bias : new double[kernels.get(layer).units()]);
    }
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      doubles[index] = values[index];
    }
    return doubles;
  }

  /** All weights of a layer, to be changed at will. */
  double[] weights(int layer) {
    return weights.get(layer);
  }

  /** All biases of a layer, to be changed at will. */
  double[] biases(int layer) {
    return biases.get(layer);
  }

  /** Cross-entropy of a square image; which hidden units are active goes to {@code active}. */
  double loss(double[] image, int label, List<boolean[]> active) {
    double[][][] maps = {square(image)};
    int layer = 0;
    for (ConvolutionSpec spec : network.convolutions()) {
      double[][][] made = convolve(maps, spec, layer++);
      boolean[] flags = new boolean[made.length];
      for (int channel = 0; channel < made.length; channel++) {
        flags[channel] = isActive(made[channel]);
      }
      active.add(flags);
      maps = pool(made, spec.pooling());
    }
    double[] values = flat(maps);
    for (; layer < kernels.size() - 1; layer++) {
      values = dense(values, layer);
      boolean[] flags = new boolean[values.length];
      for (int unit = 0; unit < values.length; unit++) {
        values[unit] = Math.max(0, values[unit]);
        flags[unit] = values[unit] != 0;
      }
      active.add(flags);
    }
    return crossEntropy(dense(values, layer), label);
  }

  /**
   * The values that each layer takes from a square image: a row a place, as its kernel has them.
   */
  List<double[]> inputs(double[] image) {
    List<double[]> inputs = new ArrayList<>();
    double[][][] maps = {square(image)};
    int layer = 0;
    for (ConvolutionSpec spec : network.convolutions()) {
      inputs.add(windows(maps, spec));
      maps = pool(convolve(maps, spec, layer++), spec.pooling());
    }
    double[] values = flat(maps);
    for (; layer < kernels.size(); layer++) {
      inputs.add(values);
      values = dense(values, layer);
      for (int unit = 0; unit < values.length; unit++) {
        values[unit] = Math.max(0, values[unit]);
      }
    }
    return inputs;
  }

  private static double[] windows(double[][][] maps, ConvolutionSpec spec) {
    int side = spec.kernel();
    int size = maps[0].length + 2 * spec.padding() - side + 1;
    double[] windows = new double[size * size * maps.length * side * side];
    int at = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        for (double[][] map : maps) {
          for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
              windows[at++] = value(map, row + y - spec.padding(), column + x - spec.padding());
            }
          }
        }
      }
    }
    return windows;
  }

  private static double[][] square(double[] image) {
    int side = (int) Math.sqrt(image.length);
    double[][] map = new double[side][side];
    for (int index = 0; index < image.length; index++) {
      map[index / side][index % side] = image[index];
    }
    return map;
  }

  private double[][][] convolve(double[][][] maps, ConvolutionSpec spec, int layer) {
    int side = spec.kernel();
    int size = maps[0].length + 2 * spec.padding() - side + 1;
    double[][][] made = new double[spec.channels()][size][size];
    for (int channel = 0; channel < spec.channels(); channel++) {
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          double sum = biases.get(layer)[channel];
          for (int below = 0; below < maps.length; below++) {
            for (int y = 0; y < side; y++) {
              for (int x = 0; x < side; x++) {
                int input = (below * side + y) * side + x;
                double weight = weights.get(layer)[input * spec.channels() + channel];
                int atRow = row + y - spec.padding();
                int atColumn = column + x - spec.padding();
                sum += weight * value(maps[below], atRow, atColumn);
              }
            }
          }
          made[channel][row][column] = Math.max(0, sum);
        }
      }
    }
    return made;
  }

  private static double value(double[][] map, int row, int column) {
    boolean isInside = row >= 0 && row < map.length && column >= 0 && column < map.length;
    return isInside ? map[row][column] : 0;
  }

  private static boolean isActive(double[][] map) {
    for (double[] row : map) {
      for (double value : row) {
        if (value != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static double[][][] pool(double[][][] maps, int by) {
    int size = maps[0].length / by;
    double[][][] pooled = new double[maps.length][size][size];
    for (int channel = 0; channel < maps.length; channel++) {
      for (int row = 0; row < size * by; row++) {
        for (int column = 0; column < size * by; column++) {
          double[] line = pooled[channel][row / by];
          line[column / by] = Math.max(line[column / by], maps[channel][row][column]);
        }
      }
    }
    return pooled;
  }

  private static double[] flat(double[][][] maps) {
    int size = maps[0].length;
    double[] values = new double[maps.length * size * size];
    for (int index = 0; index < values.length; index++) {
      values[index] = maps[index / (size * size)][index / size % size][index % size];
    }
    return values;
  }

  private double[] dense(double[] values, int layer) {
    double[] sums = biases.get(layer).clone();
    for (int input = 0; input < values.length; input++) {
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] += values[input] * weights.get(layer)[input * sums.length + unit];
      }
    }
    return sums;
  }

  private static double crossEntropy(double[] logits, int label) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum) - logits[label];
  }
}
