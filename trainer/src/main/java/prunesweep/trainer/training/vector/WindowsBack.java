package prunesweep.trainer.training.vector;

import prunesweep.trainer.network.Layer;

/**
 * The product that hands a convolution's gradients back to the maps that it reads: sums of turned
 * weights times the gradients around each place.
 */
final class WindowsBack {

  /** The gradients of the maps read. */
  final MapValues made;

  private final ConvolutionShape shape;
  private final ChannelPlaces places;
  private final float[] weights;
  private final float[] turned;
  private final WindowProduct product;

  /** A product of these arrays. */
  WindowsBack(ConvolutionShape shape, float[] weights, MapValues gradients) {
    this.shape = shape;
    this.weights = weights;
    places = new ChannelPlaces(shape);
    made = shape.sourceGradients();
    int outputs = ConvolutionShape.padded(shape.maps());
    turned = new float[Math.multiplyExact(outputs, shape.columns() * shape.area())];
    Layer.Convolution layer = shape.layer();
    int side = layer.spec().kernel();
    WindowTiles tiles =
        new WindowTiles(shape.computed(), layer.below(), side, shape.gradientBorder());
    int groupWeights = shape.columns() * shape.area() * ConvolutionShape.GROUP;
    product = new WindowProduct(turned, groupWeights, gradients, made, tiles);
  }

  /** Sets the gradients of the maps read. */
  void multiply(int images) {
    turn();
    product.replace(Block.count(images), shape.maps());
  }

  /** Lays the weights out by the maps read: channel by channel, the taps from last to first. */
  private void turn() {
    int area = shape.area();
    for (int row = 0; row < shape.rows(); row++) {
      int map = row / area;
      int group = map / ConvolutionShape.GROUP * shape.columns();
      for (int column = 0; column < shape.columns(); column++) {
        int to = (group + column) * area + area - 1 - row % area;
        turned[to * ConvolutionShape.GROUP + map % ConvolutionShape.GROUP] =
            weights[places.at(row, column)];
      }
    }
  }
}
