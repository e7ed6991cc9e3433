package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;

/**
 * Gradient descent as a text book writes it: scalar loops over every unit, input and image, nothing
 * left out, each sum in order by fused multiply-adds. The fast engine must give the same bits.
 */
final class PlainPerceptron {

  private final List<float[][]> weights = new ArrayList<>();
  private final List<boolean[][]> kept = new ArrayList<>();
  private final List<float[]> biases = new ArrayList<>();
  private final boolean hasBias;
  private final double rate;

  PlainPerceptron(Parameters initial, double rate) {
    this.rate = rate;
    hasBias = initial.biases().get(0).length > 0;
    for (int layer = 0; layer < initial.kernels().size(); layer++) {
      Kernel kernel = initial.kernels().get(layer);
      float[][] rows = new float[kernel.inputs()][kernel.units()];
      boolean[][] keep = new boolean[kernel.inputs()][kernel.units()];
      for (int index = 0; index < kernel.size(); index++) {
        rows[index / kernel.units()][index % kernel.units()] = kernel.weights()[index];
        keep[index / kernel.units()][index % kernel.units()] = true;
      }
      weights.add(rows);
      kept.add(keep);
      biases.add(hasBias ? initial.biases().get(layer).clone() : new float[kernel.units()]);
    }
  }

  void hold(List<boolean[]> mask) {
    for (int layer = 0; layer < mask.size(); layer++) {
      float[][] rows = weights.get(layer);
      for (int input = 0; input < rows.length; input++) {
        for (int unit = 0; unit < rows[input].length; unit++) {
          kept.get(layer)[input][unit] = mask.get(layer)[input * rows[input].length + unit];
          rows[input][unit] = kept.get(layer)[input][unit] ? rows[input][unit] : 0;
        }
      }
    }
  }

  void step(LabelledImages images, int[] batch) {
    eachLayer(images, batch, this::update);
  }

  /** Sums of the gradients of all weights over a batch, in flat order; no mask counts. */
  List<float[]> gradientSums(LabelledImages images, int[] batch) {
    List<float[]> sums = new ArrayList<>();
    eachLayer(
        images,
        batch,
        (layer, activations, gradients) ->
            sums.add(0, gradientSums(layer, activations, gradients)));
    return sums;
  }

  private float[] gradientSums(
      int layer, List<List<float[]>> activations, List<float[]> gradients) {
    int units = biases.get(layer).length;
    float[] sums = new float[weights.get(layer).length * units];
    for (int index = 0; index < sums.length; index++) {
      sums[index] = gradientSum(layer, index / units, index % units, activations, gradients);
    }
    return sums;
  }

  private static float gradientSum(
      int layer, int input, int unit, List<List<float[]>> activations, List<float[]> gradients) {
    float sum = 0;
    for (int image = 0; image < gradients.size(); image++) {
      sum = Math.fma(activations.get(image).get(layer)[input], gradients.get(image)[unit], sum);
    }
    return sum;
  }

  private interface LayerWork {
    void on(int layer, List<List<float[]>> activations, List<float[]> gradients);
  }

  /** Output side first; a layer hands its gradients on before anything is done to it. */
  private void eachLayer(LabelledImages images, int[] batch, LayerWork work) {
    List<List<float[]>> activations = new ArrayList<>();
    List<float[]> gradients = new ArrayList<>();
    for (int image : batch) {
      List<float[]> outputs = forward(images, image);
      activations.add(outputs);
      float[] gradient = outputs.get(outputs.size() - 1).clone();
      gradient[images.label(image)] -= 1;
      gradients.add(gradient);
    }
    for (int layer = weights.size() - 1; layer >= 0; layer--) {
      List<float[]> before = backward(layer, activations, gradients);
      work.on(layer, activations, gradients);
      gradients = before;
    }
  }

  /** The pixels, the outputs of each hidden layer, the class probabilities of one image. */
  List<float[]> forward(LabelledImages images, int image) {
    float[] pixels = new float[images.inputs()];
    images.copy(image, pixels, 0);
    return forward(pixels);
  }

  private List<float[]> forward(float[] pixels) {
    List<float[]> outputs = new ArrayList<>(List.of(pixels));
    for (int layer = 0; layer < weights.size(); layer++) {
      float[] before = outputs.get(layer);
      float[] out = new float[biases.get(layer).length];
      for (int unit = 0; unit < out.length; unit++) {
        float sum = 0;
        for (int input = 0; input < before.length; input++) {
          sum = Math.fma(before[input], weights.get(layer)[input][unit], sum);
        }
        sum += biases.get(layer)[unit];
        out[unit] = layer < weights.size() - 1 ? Math.max(sum, 0) : sum;
      }
      outputs.add(out);
    }
    float[] logits = outputs.get(outputs.size() - 1);
    SoftmaxOutput.apply(logits, 0, logits.length);
    return outputs;
  }

  private List<float[]> backward(
      int layer, List<List<float[]>> activations, List<float[]> gradients) {
    List<float[]> before = new ArrayList<>();
    for (int image = 0; image < gradients.size(); image++) {
      float[] outputs = activations.get(image).get(layer);
      float[] gradient = new float[outputs.length];
      for (int input = 0; input < outputs.length; input++) {
        float sum = 0;
        for (int unit = 0; unit < gradients.get(image).length; unit++) {
          sum = Math.fma(gradients.get(image)[unit], weights.get(layer)[input][unit], sum);
        }
        gradient[input] = outputs[input] > 0 ? sum : 0;
      }
      before.add(gradient);
    }
    return before;
  }

  private void update(int layer, List<List<float[]>> activations, List<float[]> gradients) {
    float step = (float) (-rate / gradients.size());
    float[][] rows = weights.get(layer);
    for (int unit = 0; unit < biases.get(layer).length; unit++) {
      for (int input = 0; input < rows.length; input++) {
        float sum = gradientSum(layer, input, unit, activations, gradients);
        if (kept.get(layer)[input][unit]) {
          rows[input][unit] = Math.fma(sum, step, rows[input][unit]);
        }
      }
      if (hasBias) {
        float sum = 0;
        for (float[] gradient : gradients) {
          sum += gradient[unit];
        }
        biases.get(layer)[unit] = Math.fma(sum, step, biases.get(layer)[unit]);
      }
    }
  }

  /** The weights of each layer in flat order. */
  List<float[]> weights() {
    List<float[]> flat = new ArrayList<>();
    for (float[][] rows : weights) {
      float[] all = new float[rows.length * rows[0].length];
      for (int index = 0; index < all.length; index++) {
        all[index] = rows[index / rows[0].length][index % rows[0].length];
      }
      flat.add(all);
    }
    return flat;
  }

  List<float[]> biases() {
    return biases;
  }
}
