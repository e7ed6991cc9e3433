package prunesweep.trainer.export;

import java.util.Arrays;
import java.util.List;
import prunesweep.trainer.data.RawValues;
import prunesweep.trainer.data.Scaling;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;

/** The outputs of a network, one raw row at a time, in plain Java: it needs no engine. */
public final class ForwardPass implements Classifier {

  private final TrainedNetwork network;
  private final int classes;

  /** The outputs of {@code network}. */
  public ForwardPass(TrainedNetwork network) {
    this.network = network;
    this.classes = network.architecture().classes();
  }

  @Override
  public int inputs() {
    return network.inputs();
  }

  @Override
  public List<String> classNames() {
    return network.encoding().classNames();
  }

  @Override
  public float[] probabilities(RawValues rows, int from, int to) {
    float[] all = new float[(to - from) * classes];
    for (int row = from; row < to; row++) {
      float[] outputs = outputs(scaled(rows, row));
      softmax(outputs);
      System.arraycopy(outputs, 0, all, (row - from) * classes, classes);
    }
    return all;
  }

  private float[] scaled(RawValues rows, int row) {
    Scaling scaling = network.encoding().scaling();
    List<Integer> features = network.features();
    float[] values = new float[features.size()];
    for (int place = 0; place < values.length; place++) {
      int feature = features.get(place);
      values[place] = scaling.scaled(rows.value(row, feature), feature);
    }
    return values;
  }

  private float[] outputs(float[] values) {
    List<Layer> layers = network.architecture().layers();
    float[] below = values;
    for (int layer = 0; layer < layers.size(); layer++) {
      Kernel kernel = network.parameters().kernels().get(layer);
      float[] biases = network.parameters().biases().get(layer);
      if (layers.get(layer) instanceof Layer.Convolution convolution) {
        below = pooled(convolved(below, kernel, biases, convolution), convolution);
      } else {
        below = sums(below, kernel, biases);
        if (layer < layers.size() - 1) {
          rectify(below);
        }
      }
    }
    return below;
  }

  private static float[] sums(float[] below, Kernel kernel, float[] biases) {
    float[] sums = Arrays.copyOf(biases, kernel.units());
    for (int input = 0; input < below.length; input++) {
      addRow(below[input], kernel, input, sums);
    }
    return sums;
  }

  private static void addRow(float value, Kernel kernel, int input, float[] sums) {
    if (value != 0) {
      int from = input * sums.length;
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] += value * kernel.weights()[from + unit];
      }
    }
  }

  private static void rectify(float[] values) {
    for (int index = 0; index < values.length; index++) {
      values[index] = Math.max(0, values[index]);
    }
  }

  /** The maps of {@code convolution} after ReLU, before pooling. */
  private static float[] convolved(
      float[] below, Kernel kernel, float[] biases, Layer.Convolution convolution) {
    FeatureMaps maps = convolution.maps();
    float[] made = new float[maps.values()];
    for (int place = 0; place < maps.places(); place++) {
      float[] sums = Arrays.copyOf(biases, kernel.units());
      addWindow(below, kernel, convolution, place, sums);
      rectify(sums);
      for (int unit = 0; unit < sums.length; unit++) {
        made[unit * maps.places() + place] = sums[unit];
      }
    }
    return made;
  }

  private static void addWindow(
      float[] below, Kernel kernel, Layer.Convolution convolution, int place, float[] sums) {
    FeatureMaps from = convolution.below();
    int side = convolution.spec().kernel();
    int top = place / convolution.maps().width() - convolution.spec().padding();
    int left = place % convolution.maps().width() - convolution.spec().padding();
    for (int input = 0; input < kernel.inputs(); input++) {
      int row = top + input / side % side;
      int column = left + input % side;
      if (row >= 0 && row < from.height() && column >= 0 && column < from.width()) {
        int map = input / (side * side);
        float value = below[(map * from.height() + row) * from.width() + column];
        addRow(value, kernel, input, sums);
      }
    }
  }

  private static float[] pooled(float[] maps, Layer.Convolution convolution) {
    FeatureMaps before = convolution.maps();
    FeatureMaps after = convolution.pooled();
    int side = convolution.spec().pooling();
    float[] pooled = new float[after.values()];
    for (int value = 0; value < pooled.length; value++) {
      int map = value / after.places();
      int row = value % after.places() / after.width() * side;
      int column = value % after.width() * side;
      pooled[value] = largest(maps, before, map * before.places(), row, column, side);
    }
    return pooled;
  }

  private static float largest(
      float[] maps, FeatureMaps sizes, int map, int row, int column, int side) {
    float largest = 0; // After ReLU nothing is below.
    for (int place = 0; place < side * side; place++) {
      int at = map + (row + place / side) * sizes.width() + column + place % side;
      largest = Math.max(largest, maps[at]);
    }
    return largest;
  }

  private static void softmax(float[] outputs) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float output : outputs) {
      largest = Math.max(largest, output);
    }
    double sum = 0;
    for (int index = 0; index < outputs.length; index++) {
      outputs[index] = (float) Math.exp(outputs[index] - largest);
      sum += outputs[index];
    }
    for (int index = 0; index < outputs.length; index++) {
      outputs[index] /= (float) sum;
    }
  }
}
