package prunesweep.trainer.training.vector;

import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.LayerInputs;

/** The live part of a convolution with its pooling, and the maps that it reads. */
final class LiveConvolution {

  final LiveParameters parameters;

  /** What it reads, with zeros around. */
  final MapValues source;

  private final ConvolutionShape shape;
  private final boolean hasBias;
  private final MapValues gradients;
  private final Pooling pooling;
  private final WindowProduct forward;
  private final WindowGradient gradient;
  private final float[] biasGradients;

  /** Loads the live part of {@code state}. */
  LiveConvolution(WholeLayer state, ConvolutionShape shape, UpdateRule rule) {
    this.shape = shape;
    hasBias = state.hasBias;
    int width = Lanes.padded(shape.units().present().length);
    LivePlaces places = new LivePlaces(shape.units(), new ChannelPlaces(shape));
    parameters = new LiveParameters(state, places, width, rule);
    biasGradients = new float[width];
    source = shape.source();
    MapValues sums = shape.sums();
    gradients = shape.gradients();
    pooling = new Pooling(shape, sums, gradients);
    forward = forward(sums);
    gradient = new WindowGradient(shape, source, gradients, parameters.update.target());
  }

  private WindowProduct forward(MapValues sums) {
    Layer.Convolution layer = shape.layer();
    int side = layer.spec().kernel();
    WindowTiles tiles = new WindowTiles(shape.read(), layer.maps(), side, layer.spec().padding());
    int groupWeights = shape.rows() * ConvolutionShape.GROUP;
    return new WindowProduct(parameters.weights, groupWeights, source, sums, tiles);
  }

  /** What hands its gradients back to the maps that it reads. */
  WindowsBack back() {
    return new WindowsBack(shape, parameters.weights, gradients);
  }

  /** Sets the maps {@code to} that are read next. */
  void forward(int images, MapValues to) {
    int blocks = Block.count(images);
    forward.replace(blocks, shape.columns());
    pooling.forward(blocks, parameters.bias, to);
  }

  /** Takes the gradients of the maps that are read next back to its sums. */
  void backward(int images, MapValues from) {
    pooling.backward(Block.count(images), from, biasGradients);
  }

  /** Moves weights and biases by the gradients of the images of {@code step}. */
  void update(UpdateStep step) {
    WeightUpdate update = parameters.update;
    update.begin(step);
    update.open(0, parameters.weights.length);
    gradient.add(Block.count(step.images()), update.factor());
    update.move(0, parameters.weights.length, step);
    if (hasBias) {
      update.bias(biasGradients, step);
    }
  }

  /**
   * Adds to {@code counts}, one a channel of the whole layer, the images for which it is active.
   */
  void countActive(int images, int[] counts) {
    pooling.countActive(images, parameters.bias, counts, shape.units().present());
  }

  /** Writes the values under the kernel, a row a place, for images from {@code first} on. */
  void copyInputs(int images, LayerInputs to, int first) {
    int rows = shape.layer().places();
    for (int row = 0; row < images * rows; row++) {
      int at = (first * rows + row) * to.inputs();
      copyWindow(row / rows, row % rows, to.values(), at);
    }
  }

  /** Channels that are not present are zero, and so are their values. */
  private void copyWindow(int image, int place, float[] to, int toAt) {
    int area = shape.area();
    for (int map = 0; map < shape.maps(); map++) {
      int at = toAt + shape.below().present()[map] * area;
      for (int tap = 0; tap < area; tap++) {
        to[at + tap] = gradient.value(image, place, map * area + tap);
      }
    }
  }
}
