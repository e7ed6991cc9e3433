package prunesweep.trainer.network;

import prunesweep.trainer.key.InvalidSpecException;

/**
 * Maps of one size: an image, or the outputs of a convolution. As a row of numbers they stand one
 * after the other, each row by row.
 *
 * @param channels how many, from 1
 * @param height rows of each, from 1
 * @param width columns of each, from 1
 */
public record FeatureMaps(int channels, int height, int width) {

  /**
   * The single map of a square image of {@code pixels} pixels.
   *
   * @throws InvalidSpecException if that is no square number
   */
  static FeatureMaps squareImage(int pixels) {
    int side = (int) Math.round(Math.sqrt(pixels));
    if (side * side != pixels) {
      throw new InvalidSpecException(
          "network.convolutions",
          "left out for images that are not square",
          "images of %d pixels".formatted(pixels));
    }
    return new FeatureMaps(1, side, side);
  }

  /** Values of one map. */
  public int places() {
    return height * width;
  }

  /** Values of all maps. */
  public int values() {
    return channels * places();
  }
}
