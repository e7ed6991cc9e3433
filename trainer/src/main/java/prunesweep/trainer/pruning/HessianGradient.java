package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;

/**
 * The Hessian of the loss of a perceptron times its gradient, exact but for rounding, in double: by
 * a forward and a backward pass that carry the derivative along the gradient with them
 * (Pearlmutter, Fast exact multiplication by the Hessian, 1994). Loss is the mean cross-entropy of
 * logits that are divided by a temperature (Wang et al., Picking winning tickets before training by
 * preserving gradient flow, 2020: 200). Hessian and gradient are those of all weights, the output
 * layer's too, but of no biases.
 */
final class HessianGradient {

  private static final double TEMPERATURE = 200;

  private final List<Kernel> kernels;
  private final List<double[]> weights;
  private final List<float[]> biases;
  private final int last;

  HessianGradient(Parameters parameters) {
    kernels = parameters.kernels();
    weights = kernels.stream().map(kernel -> doubles(kernel.weights())).toList();
    biases = parameters.biases();
    last = kernels.size() - 1;
  }

  /**
   * One image through the network and back.
   *
   * @param inputs what each layer takes
   * @param chances the probability of each class
   * @param errors the derivative of the loss with respect to what goes into each layer's units
   */
  private record Pass(List<double[]> inputs, double[] chances, List<double[]> errors) {}

  /**
   * The product over some images.
   *
   * @param indices which of {@code images}, at least one
   * @return one array a layer, the output layer too, in flat order
   * @throws InvalidSpecException if the network has convolutions
   */
  List<double[]> of(LabelledImages images, int[] indices) {
    requirePerceptron(images.inputs());
    List<double[]> gradient = zeros();
    for (int index : indices) {
      Pass pass = pass(images, index);
      for (int layer = 0; layer <= last; layer++) {
        addProducts(gradient.get(layer), pass.inputs.get(layer), pass.errors.get(layer));
      }
    }
    divide(gradient, indices.length);
    List<double[]> product = zeros();
    for (int index : indices) {
      addCurvature(product, gradient, pass(images, index));
    }
    divide(product, indices.length);
    return product;
  }

  private void requirePerceptron(int pixels) {
    int width = pixels;
    for (Kernel kernel : kernels) {
      if (kernel.inputs() != width) {
        throw new InvalidSpecException(
            "score",
            "one without second derivatives for networks with convolutions",
            "one that needs them");
      }
      width = kernel.units();
    }
  }

  private Pass pass(LabelledImages images, int index) {
    List<double[]> inputs = new ArrayList<>(List.of(pixels(images, index)));
    for (int layer = 0; layer < last; layer++) {
      double[] outputs = into(layer, inputs.get(layer));
      Arrays.setAll(outputs, unit -> Math.max(0, outputs[unit]));
      inputs.add(outputs);
    }
    double[] chances = softmax(into(last, inputs.get(last)));
    double[] error = chances.clone();
    error[images.label(index)] -= 1;
    Arrays.setAll(error, unit -> error[unit] / TEMPERATURE);
    return new Pass(inputs, chances, errors(inputs, error));
  }

  private static double[] pixels(LabelledImages images, int index) {
    float[] pixels = new float[images.inputs()];
    images.copy(index, pixels, 0);
    return doubles(pixels);
  }

  private List<double[]> errors(List<double[]> inputs, double[] output) {
    List<double[]> errors = new ArrayList<>(List.of(output));
    double[] error = output;
    for (int layer = last; layer > 0; layer--) {
      error = let(inputs.get(layer), backward(weights.get(layer), error));
      errors.add(error);
    }
    Collections.reverse(errors);
    return errors;
  }

  private static double[] softmax(double[] logits) {
    double highest = Arrays.stream(logits).max().orElseThrow();
    double[] powers =
        Arrays.stream(logits).map(logit -> Math.exp((logit - highest) / TEMPERATURE)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /** Adds the derivative of an image's gradient as the weights move along {@code direction}. */
  private void addCurvature(List<double[]> sums, List<double[]> direction, Pass pass) {
    List<double[]> moves = new ArrayList<>(List.of(new double[kernels.get(0).inputs()]));
    for (int layer = 0; layer < last; layer++) {
      double[] move = moved(layer, moves.get(layer), direction, pass);
      moves.add(let(pass.inputs.get(layer + 1), move));
    }
    double[] bend = bend(pass.chances, moved(last, moves.get(last), direction, pass));
    for (int layer = last; layer >= 0; layer--) {
      double[] error = pass.errors.get(layer);
      addProducts(sums.get(layer), moves.get(layer), error);
      addProducts(sums.get(layer), pass.inputs.get(layer), bend);
      double[] before =
          sum(backward(direction.get(layer), error), backward(weights.get(layer), bend));
      bend = let(pass.inputs.get(layer), before);
    }
  }

  /** The move of what goes into the units of a layer. */
  private double[] moved(int layer, double[] move, List<double[]> direction, Pass pass) {
    int units = kernels.get(layer).units();
    return sum(
        forward(weights.get(layer), move, units),
        forward(direction.get(layer), pass.inputs.get(layer), units));
  }

  /** The move of the error of the output layer. */
  private static double[] bend(double[] chances, double[] move) {
    double mean = IntStream.range(0, move.length).mapToDouble(k -> chances[k] * move[k]).sum();
    double[] bend = new double[move.length];
    Arrays.setAll(bend, unit -> chances[unit] * (move[unit] - mean) / (TEMPERATURE * TEMPERATURE));
    return bend;
  }

  private double[] into(int layer, double[] inputs) {
    double[] sums = forward(weights.get(layer), inputs, kernels.get(layer).units());
    float[] bias = biases.get(layer);
    return bias.length == 0 ? sums : sum(sums, doubles(bias));
  }

  private static double[] forward(double[] weights, double[] inputs, int units) {
    double[] sums = new double[units];
    for (int index = 0; index < weights.length; index++) {
      sums[index % units] += inputs[index / units] * weights[index];
    }
    return sums;
  }

  private static double[] backward(double[] weights, double[] errors) {
    double[] sums = new double[weights.length / errors.length];
    for (int index = 0; index < weights.length; index++) {
      sums[index / errors.length] += weights[index] * errors[index % errors.length];
    }
    return sums;
  }

  private static void addProducts(double[] sums, double[] inputs, double[] errors) {
    for (int index = 0; index < sums.length; index++) {
      sums[index] += inputs[index / errors.length] * errors[index % errors.length];
    }
  }

  /** What a ReLU lets through: nothing where its output is not above zero. */
  private static double[] let(double[] outputs, double[] values) {
    double[] let = new double[values.length];
    Arrays.setAll(let, unit -> outputs[unit] > 0 ? values[unit] : 0);
    return let;
  }

  private static double[] sum(double[] some, double[] others) {
    double[] sum = new double[some.length];
    Arrays.setAll(sum, index -> some[index] + others[index]);
    return sum;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, index -> values[index]);
    return doubles;
  }

  private List<double[]> zeros() {
    return kernels.stream().map(kernel -> new double[kernel.size()]).toList();
  }

  private static void divide(List<double[]> sums, int count) {
    sums.forEach(layer -> Arrays.setAll(layer, index -> layer[index] / count));
  }
}
