package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.training.CrossEntropy;
import prunesweep.trainer.training.Dropout;
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

  /** Layers before the dense ones. */
  private final int convolutions;

  private final DenseInput input;

  /** Loads the live part of {@code network}. */
  LiveNetwork(WholeNetwork network, UpdateRule rule, int batchSize, SparseLimit limit) {
    capacity = Lanes.padded(Math.max(batchSize, SCORING_IMAGES));
    Convolutions convolutions = new Convolutions(network, rule, capacity);
    LiveUnits inputs = convolutions.units();
    for (WholeLayer state : network.dense()) {
      boolean isOutput = layers.size() == network.dense().size() - 1;
      LiveUnits units = isOutput ? LiveUnits.all(state.units) : LiveUnits.of(state, rule);
      layers.add(
          new LiveLayer(state, inputs, units, rule, new LiveSizes(capacity, limit.of(isOutput))));
      inputs = units;
    }
    this.convolutions = convolutions.count();
    input = DenseInput.of(convolutions, layers.get(0), network, batchSize);
    for (int index = 1; index < layers.size(); index++) {
      UnitOutputs before = layers.get(index - 1).made;
      later.add(LayerProducts.of(before, layers.get(index)));
      backward.add(BackwardProduct.of(before, layers.get(index)));
    }
    output = layers.get(layers.size() - 1);
    classes = output.presentUnits();
  }

  /** Most images that can be loaded at once. */
  int capacity() {
    return capacity;
  }

  int classes() {
    return classes;
  }

  /** Takes the images of {@code batch}. */
  void load(ImageRun batch) {
    input.load(batch);
  }

  /** Computes the class probabilities of the images loaded. */
  void forward(int images) {
    forward(images, Optional.empty());
  }

  /** The same without what {@code dropout} leaves out, nor its gradients in {@link #backward}. */
  void forward(int images, Optional<Dropout> dropout) {
    input.forward(images);
    for (int index = 0; index < layers.size() - 1; index++) {
      products(index).forward(images);
      layers.get(index).rectify(images);
      if (dropout.isPresent()) {
        layers.get(index).drop(dropout.get(), convolutions + index, images);
      }
    }
    products(layers.size() - 1).forward(images);
    output.addBias(images);
    output.made.turn(images);
    for (int row = 0; row < images; row++) {
      SoftmaxOutput.apply(output.outputs, row * output.stride, classes);
    }
  }

  /** The product that hands gradients back through dense layer {@code layer}, from 1. */
  BackwardProduct backwardProduct(int layer) {
    return backward.get(layer - 1);
  }

  /** The weights into dense layer {@code layer}, from 0. */
  LayerProducts products(int layer) {
    return layer == 0 ? input.products() : later.get(layer - 1);
  }

  /** Adds all but the losses of the images to {@code scores}. */
  void scoreHits(int images, Scoreboard scores) {
    for (int row = 0; row < images; row++) {
      scores.addHits(output.outputs, row * output.stride, input.label(row));
    }
  }

  /** Adds the images to {@code scores}. */
  void score(int images, Scoreboard scores) {
    for (int row = 0; row < images; row++) {
      scores.add(output.outputs, row * output.stride, input.label(row));
    }
  }

  /** Sets the gradient of softmax and {@code loss} together, and tells the sum of the losses. */
  double outputGradients(int images, CrossEntropy loss) {
    double lossSum = 0;
    for (int row = 0; row < images; row++) {
      int at = row * output.stride;
      System.arraycopy(output.outputs, at, output.gradients, at, classes);
      lossSum += loss.of(output.outputs, at, classes, input.label(row));
      loss.subtractTargets(output.gradients, at, classes, input.label(row));
    }
    output.turnGradients(images);
    return lossSum;
  }

  /** Each layer hands its gradients on before its own weights change. */
  void backward(UpdateStep step) {
    for (int index = layers.size() - 1; index > 0; index--) {
      layers.get(index - 1).made.turn(step.images());
      backward.get(index - 1).multiply(step.images());
      layers.get(index - 1).rectifyGradients(step.images());
      layers.get(index).update(later.get(index - 1), step);
    }
    input.backward(step);
    layers.get(0).update(input.products(), step);
  }

  /** Adds, for each unit of each hidden layer, the images for which it is active. */
  void countActive(int images, List<int[]> counts) {
    input.countActive(images, counts);
    for (int layer = convolutions; layer < counts.size(); layer++) {
      layers.get(layer - convolutions).countActive(images, counts.get(layer));
    }
  }

  /**
   * Writes what each layer takes from the images of {@code batch}, which were loaded last.
   *
   * @param inputs one matrix a layer, with the rows of all images of the order
   */
  void copyInputs(ImageRun batch, List<LayerInputs> inputs) {
    input.copyInputs(batch, inputs);
    for (int layer = 1; layer < layers.size(); layer++) {
      layers
          .get(layer - 1)
          .copyOutputs(batch.count(), inputs.get(convolutions + layer), batch.start());
    }
  }

  /** Hands out what each layer's update has been given, and sets it to zero. */
  List<Kernel> takeTargets() {
    return parameters().map(LiveParameters::takeTarget).toList();
  }

  /** Takes the parameters over again from the whole layers. */
  void load() {
    parameters().forEach(LiveParameters::load);
  }

  /** Writes the live part back to the whole layers. */
  void store() {
    parameters().forEach(LiveParameters::store);
  }

  private Stream<LiveParameters> parameters() {
    return Stream.concat(
        input.parameters().stream(), layers.stream().map(layer -> layer.parameters));
  }
}
