package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.Cancellation;
import prunesweep.trainer.training.Evaluation;
import prunesweep.trainer.training.Scoreboard;
import prunesweep.trainer.training.Tally;
import prunesweep.trainer.training.TrainingEngine;

/**
 * The fast engine for multi-layer perceptrons: preallocated arrays, register tiles, every sum in
 * one fixed order. Equal seeds give equal bits on every host and at every vector width.
 */
public final class VectorEngine implements TrainingEngine {

  /** Rows worked on at once when nothing is updated. */
  private static final int SCORING_ROWS = 256;

  private final int batchSize;
  private final int inputs;
  private final int classes;
  private final int capacity;
  private final float[] images;
  private final int[] labels;
  private final List<VectorLayer> layers = new ArrayList<>();
  private final VectorLayer output;

  /** An engine for {@code network} that starts from the parameters {@code initial}. */
  public VectorEngine(NetworkSpec network, TrainingSpec training, Parameters initial) {
    batchSize = training.batchSize();
    capacity = paddedRows(Math.max(batchSize, SCORING_ROWS));
    inputs = initial.kernels().get(0).inputs();
    images = new float[Math.multiplyExact(capacity, VectorLayer.padded(inputs))];
    labels = new int[capacity];
    addLayers(initial, UpdateRule.of(training));
    output = layers.get(layers.size() - 1);
    classes = output.units;
  }

  private void addLayers(Parameters initial, UpdateRule rule) {
    float[] before = images;
    float[] gradientsBefore = new float[0];
    for (int index = 0; index < initial.kernels().size(); index++) {
      VectorLayer layer =
          new VectorLayer(
              initial.kernels().get(index),
              initial.biases().get(index),
              before,
              gradientsBefore,
              capacity,
              rule);
      layers.add(layer);
      before = layer.outputs;
      gradientsBefore = layer.gradients;
    }
  }

  private static int paddedRows(int rows) {
    return (rows + Product.ROWS - 1) / Product.ROWS * Product.ROWS;
  }

  @Override
  public Tally train(LabelledImages from, int[] order) {
    double lossSum = 0;
    long hits = 0;
    for (int start = 0; start < order.length; start += batchSize) {
      int rows = load(from, order, start, batchSize);
      forward(rows);
      probabilities(rows);
      hits += hits(rows);
      lossSum += outputGradients(rows);
      backward(rows);
      Cancellation.check();
    }
    return new Tally(lossSum, hits, order.length);
  }

  private int load(LabelledImages from, int[] order, int start, int most) {
    int rows = Math.min(most, order.length - start);
    int stride = VectorLayer.padded(inputs);
    for (int row = 0; row < rows; row++) {
      from.copyScaled(order[start + row], images, row * stride);
      labels[row] = from.label(order[start + row]);
    }
    return rows;
  }

  private void forward(int rows) {
    int padded = paddedRows(rows);
    for (VectorLayer layer : layers.subList(0, layers.size() - 1)) {
      layer.forwardRectified(padded);
    }
    output.forward(padded);
  }

  private void probabilities(int rows) {
    for (int row = 0; row < rows; row++) {
      SoftmaxOutput.apply(output.outputs, row * output.paddedUnits, classes);
    }
  }

  private int hits(int rows) {
    int hits = 0;
    for (int row = 0; row < rows; row++) {
      int best = Scoreboard.best(output.outputs, row * output.paddedUnits, classes);
      hits += best == labels[row] ? 1 : 0;
    }
    return hits;
  }

  /** The gradient of softmax and cross-entropy together is probability minus target. */
  private double outputGradients(int rows) {
    double lossSum = 0;
    for (int row = 0; row < rows; row++) {
      int offset = row * output.paddedUnits;
      System.arraycopy(output.outputs, offset, output.gradients, offset, classes);
      lossSum += Scoreboard.loss(output.outputs[offset + labels[row]]);
      output.gradients[offset + labels[row]] -= 1;
    }
    return lossSum;
  }

  /** Each layer hands its gradients on before its own weights change. */
  private void backward(int rows) {
    for (int index = layers.size() - 1; index > 0; index--) {
      layers.get(index).backward(layers.get(index - 1), paddedRows(rows));
      layers.get(index).update(rows);
    }
    layers.get(0).update(rows);
  }

  @Override
  public Evaluation evaluate(LabelledImages from) {
    Scoreboard scores = new Scoreboard(classes);
    int[] all = IntStream.range(0, from.count()).toArray();
    for (int start = 0; start < all.length; start += capacity) {
      int rows = load(from, all, start, capacity);
      forward(rows);
      probabilities(rows);
      for (int row = 0; row < rows; row++) {
        scores.add(output.outputs, row * output.paddedUnits, labels[row]);
      }
    }
    return scores.evaluation();
  }

  @Override
  public List<int[]> activeImages(LabelledImages from, int[] indices) {
    List<VectorLayer> hidden = layers.subList(0, layers.size() - 1);
    List<int[]> counts = hidden.stream().map(layer -> new int[layer.units]).toList();
    for (int start = 0; start < indices.length; start += capacity) {
      int rows = load(from, indices, start, capacity);
      forward(rows);
      for (int layer = 0; layer < hidden.size(); layer++) {
        count(hidden.get(layer), rows, counts.get(layer));
      }
    }
    return counts;
  }

  private static void count(VectorLayer layer, int rows, int[] counts) {
    for (int row = 0; row < rows; row++) {
      for (int unit = 0; unit < layer.units; unit++) {
        counts[unit] += layer.outputs[row * layer.paddedUnits + unit] != 0 ? 1 : 0;
      }
    }
  }

  @Override
  public void hold(Mask mask) {
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      layers.get(layer).hold(mask.kept().get(layer));
    }
  }

  @Override
  public List<Kernel> hiddenKernels() {
    return parameters().hidden();
  }

  @Override
  public Parameters parameters() {
    return new Parameters(
        layers.stream().map(VectorLayer::kernel).toList(),
        layers.stream().map(VectorLayer::biases).toList());
  }

  @Override
  public void close() {
    // Arrays only: nothing outside the heap to give back.
  }
}
