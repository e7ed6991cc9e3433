package prunesweep.trainer.training.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;

/**
 * The order in which Deeplearning4j keeps all parameters in one vector: layer by layer the kernel
 * column by column, with the biases after it, but before it where the layer is a convolution.
 */
final class FlatParameters {

  private record Place(Layer layer, int weights, int biases, int biasCount) {}

  private final List<Place> places = new ArrayList<>();
  private int size;

  FlatParameters(Architecture network) {
    for (Layer layer : network.layers()) {
      add(layer, network.bias() ? layer.units() : 0);
    }
  }

  private void add(Layer layer, int biasCount) {
    int weightCount = Math.toIntExact(layer.weights());
    boolean isConvolution = layer instanceof Layer.Convolution;
    int weights = isConvolution ? size + biasCount : size;
    int biases = isConvolution ? size : size + weightCount;
    places.add(new Place(layer, weights, biases, biasCount));
    size += weightCount + biasCount;
  }

  /** Numbers of one vector. */
  int size() {
    return size;
  }

  /** The vector of {@code parameters}. */
  float[] of(Parameters parameters) {
    float[] flat = new float[size];
    for (int layer = 0; layer < places.size(); layer++) {
      Place place = places.get(layer);
      Kernel kernel = parameters.kernels().get(layer);
      transpose(kernel.weights(), 0, flat, place.weights(), kernel.inputs(), kernel.units());
      System.arraycopy(parameters.biases().get(layer), 0, flat, place.biases(), place.biasCount());
    }
    return flat;
  }

  /** The parameters in the vector that starts at {@code first} in {@code flat}. */
  Parameters parameters(float[] flat, int first) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (Place place : places) {
      int inputs = place.layer().inputs();
      int units = place.layer().units();
      float[] weights = new float[inputs * units];
      transpose(flat, first + place.weights(), weights, 0, units, inputs);
      kernels.add(new Kernel(inputs, units, weights));
      int from = first + place.biases();
      biases.add(Arrays.copyOfRange(flat, from, from + place.biasCount()));
    }
    return new Parameters(kernels, biases);
  }

  /** The vector of two numbers: {@code weight} for each weight, {@code bias} for each bias. */
  float[] each(float weight, float bias) {
    float[] flat = new float[size];
    Arrays.fill(flat, weight);
    places.forEach(
        place -> Arrays.fill(flat, place.biases(), place.biases() + place.biasCount(), bias));
    return flat;
  }

  /** One factor a parameter: 0 where {@code mask} keeps nothing, else 1. */
  float[] factors(Mask mask) {
    float[] flat = new float[size];
    Arrays.fill(flat, 1);
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      Place place = places.get(layer);
      boolean[] kept = mask.kept().get(layer);
      for (int index = 0; index < kept.length; index++) {
        int row = index / place.layer().units();
        int column = index % place.layer().units();
        flat[place.weights() + column * place.layer().inputs() + row] = kept[index] ? 1 : 0;
      }
    }
    return flat;
  }

  private static void transpose(
      float[] from, int fromOffset, float[] to, int toOffset, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toOffset + column * rows + row] = from[fromOffset + row * columns + column];
      }
    }
  }
}
