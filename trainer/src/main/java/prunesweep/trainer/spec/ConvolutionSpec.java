package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * A hidden layer of channels: each slides its square kernel over all maps below it, one place at a
 * time, by ReLU; then each map is pooled by the maximum of squares that do not overlap.
 *
 * @param channels maps it makes, from 1
 * @param kernel side of the kernel, from 1
 * @param padding rows and columns of zeros around each map below, from 0 and less than the kernel
 * @param pooling side of the pooled squares; 1 for no pooling; what is left over at the right and
 *     at the bottom is dropped
 */
public record ConvolutionSpec(int channels, int kernel, int padding, int pooling)
    implements Serializable {

  private static final int MOST_CHANNELS = 4096;
  private static final int LARGEST_SIDE = 255;

  public ConvolutionSpec {
    Require.between("channels", channels, 1, MOST_CHANNELS);
    Require.between("kernel", kernel, 1, LARGEST_SIDE);
    Require.between("padding", padding, 0, kernel - 1);
    Require.between("pooling", pooling, 1, LARGEST_SIDE);
  }

  /** As one word, e.g. {@code 6c5p2m2}: channels, kernel, padding and pooling by the maximum. */
  public String label() {
    return channels + "c" + kernel + part("p", padding, 0) + part("m", pooling, 1);
  }

  private static String part(String letter, int value, int without) {
    return value == without ? "" : letter + value;
  }
}
