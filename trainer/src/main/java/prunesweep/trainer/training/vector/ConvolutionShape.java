package prunesweep.trainer.training.vector;

import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Layer;

/**
 * The sizes of the live part of a convolution.
 *
 * @param layer the whole convolution
 * @param below the live channels of the layer before it
 * @param units its own
 * @param capacity most images at once
 */
record ConvolutionShape(Layer.Convolution layer, LiveUnits below, LiveUnits units, int capacity) {

  /** Channels of a tile. */
  static final int GROUP = 4;

  /** {@code channels}, rounded up to whole groups. */
  static int padded(int channels) {
    return (channels + GROUP - 1) / GROUP * GROUP;
  }

  /** Blocks of images. */
  int blocks() {
    return Block.count(capacity);
  }

  /** Weights of a channel over one map. */
  int area() {
    return layer.spec().kernel() * layer.spec().kernel();
  }

  /** Maps read. */
  int maps() {
    return below.present().length;
  }

  /** Rows of the live kernel. */
  int rows() {
    return maps() * area();
  }

  /** Channels that have weights. */
  int columns() {
    return units.computed().length;
  }

  /** Zeros around a map of gradients, so that every place below is under a whole kernel. */
  int gradientBorder() {
    return layer.spec().kernel() - 1 - layer.spec().padding();
  }

  /** The maps that it reads. */
  FeatureMaps read() {
    return of(layer.below(), maps());
  }

  /** The maps of the channels that have weights. */
  FeatureMaps computed() {
    return of(layer.maps(), columns());
  }

  /** Zeros for the maps that it reads, with their padding. */
  MapValues source() {
    return MapValues.bordered(blocks(), of(layer.below(), padded(maps())), layer.spec().padding());
  }

  /** Zeros for the gradients of the maps that it reads. */
  MapValues sourceGradients() {
    return MapValues.bordered(blocks(), of(layer.below(), padded(maps())), 0);
  }

  /** Zeros for its sums, and one map more that stays zero. */
  MapValues sums() {
    return MapValues.bordered(blocks(), of(layer.maps(), padded(columns()) + 1), 0);
  }

  /** Zeros for the gradients of its sums, and one map more. */
  MapValues gradients() {
    return MapValues.bordered(blocks(), of(layer.maps(), padded(columns()) + 1), gradientBorder());
  }

  private static FeatureMaps of(FeatureMaps size, int channels) {
    return new FeatureMaps(channels, size.height(), size.width());
  }
}
