package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.training.CrossEntropy;
import prunesweep.trainer.training.Scoreboard;

/** The working part of a network: forward pass, backward pass and update of its live units. */
final class LiveNetwork {

  /** Images worked on at once when nothing is updated, where training takes fewer. */
  private static final int SCORING_IMAGES = 32;

  private final int capacity;
  private final List<LiveLayer> layers = new ArrayList<>();
  private final List<LayerProducts> later = new ArrayList<>();
  private final List<BackwardProduct> backward = new ArrayList<>();
  private final LiveLayer output;
  private final int classes;
  private final InputBatch.Shape shape;

  /** For pixels, until images of another kind are loaded. */
  private InputBatch batch;

  private LayerProducts first;

  /** Loads the live part of {@code states}. */
  LiveNetwork(List<WholeLayer> states, UpdateRule rule, int batchSize, SparseLimit limit) {
    capacity = Lanes.padded(Math.max(batchSize, SCORING_IMAGES));
    LiveUnits inputs = LiveUnits.all(states.get(0).inputs);
    for (WholeLayer state : states) {
      boolean isOutput = layers.size() == states.size() - 1;
      LiveUnits units = isOutput ? LiveUnits.all(state.units) : LiveUnits.of(state, rule);
      layers.add(
          new LiveLayer(state, inputs, units, rule, new LiveSizes(capacity, limit.of(isOutput))));
      inputs = units;
    }
    LiveLayer reader = layers.get(0);
    shape =
        new InputBatch.Shape(usefulInputs(states.get(0)), reader.columnStride, capacity, batchSize);
    batch = new PixelBatch(shape);
    first = firstProducts();
    for (int index = 1; index < layers.size(); index++) {
      LiveLayer before = layers.get(index - 1);
      later.add(laterProducts(before, layers.get(index)));
      backward.add(BackwardProduct.of(before, layers.get(index)));
    }
    output = layers.get(layers.size() - 1);
    classes = output.presentUnits();
  }

  private LayerProducts firstProducts() {
    LiveLayer reader = layers.get(0);
    return reader.slots == null
        ? new FirstLayerProducts(batch, reader)
        : new SparseProducts(new BatchInputs(batch, shape), reader, reader.slots);
  }

  private static LayerProducts laterProducts(LiveLayer before, LiveLayer layer) {
    return layer.slots == null
        ? new LaterLayerProducts(before, layer)
        : new SparseProducts(new OutputsBefore(before, layer), layer, layer.slots);
  }

  private static boolean[] usefulInputs(WholeLayer state) {
    boolean[] useful = new boolean[state.inputs];
    boolean @Nullable [] kept = state.kept();
    for (int index = 0; index < state.weights.length; index++) {
      useful[index / state.units] |= kept == null || kept[index];
    }
    return useful;
  }

  /** Most images that can be loaded at once. */
  int capacity() {
    return capacity;
  }

  int classes() {
    return classes;
  }

  /** Takes the {@code count} images that {@code order} names from {@code start} on. */
  void load(LabelledImages images, int[] order, int start, int count) {
    if (!batch.takes(images.features())) {
      batch = InputBatch.of(images.features(), shape);
      first = firstProducts();
    }
    batch.load(images, order, start, count);
  }

  /** Computes the class probabilities of the images loaded. */
  void forward(int images) {
    for (int index = 0; index < layers.size() - 1; index++) {
      products(index).forward(images);
      layers.get(index).rectify(images);
    }
    products(layers.size() - 1).forward(images);
    output.addBias(images);
    output.turnOutputs(images);
    for (int row = 0; row < images; row++) {
      SoftmaxOutput.apply(output.outputs, row * output.stride, classes);
    }
  }

  /** The product that hands gradients back through the weights into {@code layer}, from 1. */
  BackwardProduct backwardProduct(int layer) {
    return backward.get(layer - 1);
  }

  /** The weights into {@code layer}, from 0. */
  LayerProducts products(int layer) {
    return layer == 0 ? first : later.get(layer - 1);
  }

  /** Adds all but the losses of the images to {@code scores}. */
  void scoreHits(int images, Scoreboard scores) {
    for (int row = 0; row < images; row++) {
      scores.addHits(output.outputs, row * output.stride, batch.label(row));
    }
  }

  /** Adds the images to {@code scores}. */
  void score(int images, Scoreboard scores) {
    for (int row = 0; row < images; row++) {
      scores.add(output.outputs, row * output.stride, batch.label(row));
    }
  }

  /** Sets the gradient of softmax and {@code loss} together, and tells the sum of the losses. */
  double outputGradients(int images, CrossEntropy loss) {
    double lossSum = 0;
    for (int row = 0; row < images; row++) {
      int at = row * output.stride;
      System.arraycopy(output.outputs, at, output.gradients, at, classes);
      lossSum += loss.of(output.outputs, at, classes, batch.label(row));
      loss.subtractTargets(output.gradients, at, classes, batch.label(row));
    }
    output.turnGradients(images);
    return lossSum;
  }

  /** Each layer hands its gradients on before its own weights change. */
  void backward(UpdateStep step) {
    for (int index = layers.size() - 1; index > 0; index--) {
      layers.get(index - 1).turnOutputs(step.images());
      backward.get(index - 1).multiply(step.images());
      layers.get(index - 1).rectifyGradients(step.images());
      layers.get(index).update(later.get(index - 1), step);
    }
    layers.get(0).update(first, step);
  }

  /** Adds, for each unit of each hidden layer, the images for which it is active. */
  void countActive(int images, List<int[]> counts) {
    for (int layer = 0; layer < counts.size(); layer++) {
      layers.get(layer).countActive(images, counts.get(layer));
    }
  }

  /**
   * Writes what each layer takes from the images loaded, row by row from {@code row} on.
   *
   * @param inputs one matrix a layer; that of the first is left as it is
   */
  void copyInputs(int images, List<LayerInputs> inputs, int row) {
    for (int layer = 1; layer < layers.size(); layer++) {
      layers.get(layer - 1).copyOutputs(images, inputs.get(layer), row);
    }
  }

  /** Hands out what each layer's update has been given, and sets it to zero. */
  List<Kernel> takeTargets() {
    return layers.stream().map(LiveLayer::takeTarget).toList();
  }

  /** Takes the parameters over again from the whole layers. */
  void load() {
    layers.forEach(LiveLayer::load);
  }

  /** Writes the live part back to the whole layers. */
  void store() {
    layers.forEach(LiveLayer::store);
  }
}
