package prunesweep.trainer.network;

import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.spec.ConvolutionSpec;

/** The meaning of a layer's {@link Kernel}: the values it takes, their places, its outputs. */
public sealed interface Layer {

  /** Rows of its kernel: the values that a unit takes at one place. */
  int inputs();

  /** Columns of its kernel: neurons or channels. */
  int units();

  /** Number of places of an image where its kernel is applied. */
  int places();

  /** Number of its outputs that take one and the same value, away from the rim of an image. */
  int fanOut();

  /**
   * The sizes of its kernel's dimensions added up: values taken and units; of a convolution the
   * channels below, its own, and the two sides of its window.
   */
  int dimensions();

  /** Size of its kernel. */
  default long weights() {
    return (long) inputs() * units();
  }

  /** Neurons that take every value. */
  record Dense(int inputs, int units) implements Layer {

    @Override
    public int dimensions() {
      return inputs + units;
    }

    @Override
    public int places() {
      return 1;
    }

    @Override
    public int fanOut() {
      return units;
    }
  }

  /**
   * Channels, each one a unit. The kernel's rows are the values under it map by map, each row by
   * row: those of map m at row y and column x of the window stand in row {@code (m * side + y) *
   * side + x}.
   *
   * @param below the maps it takes
   * @param spec its size
   */
  record Convolution(FeatureMaps below, ConvolutionSpec spec) implements Layer {

    public Convolution {
      int window = spec.kernel() + spec.pooling() - 1;
      int smaller = Math.min(below.height(), below.width()) + 2 * spec.padding();
      if (window > smaller) {
        throw new InvalidSpecException(
            "network.convolutions",
            "small enough for maps of %d x %d, kernel and pooling together"
                .formatted(below.height(), below.width()),
            spec.label());
      }
    }

    @Override
    public int inputs() {
      return below.channels() * area();
    }

    @Override
    public int units() {
      return spec.channels();
    }

    @Override
    public int dimensions() {
      return below.channels() + units() + 2 * spec.kernel();
    }

    @Override
    public int places() {
      return maps().places();
    }

    @Override
    public int fanOut() {
      return units() * area();
    }

    private int area() {
      return spec.kernel() * spec.kernel();
    }

    /** The maps it makes, before pooling. */
    public FeatureMaps maps() {
      int grown = 2 * spec.padding() - spec.kernel() + 1;
      return new FeatureMaps(units(), below.height() + grown, below.width() + grown);
    }

    /** The maps that the next layer takes. */
    public FeatureMaps pooled() {
      return new FeatureMaps(
          units(), maps().height() / spec.pooling(), maps().width() / spec.pooling());
    }
  }
}
