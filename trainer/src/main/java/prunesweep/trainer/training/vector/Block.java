package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Images that lie side by side in the maps of convolutions: as many at every width of vectors, so
 * that a sum over images and places is always made of as many partial sums, folded in one order.
 */
final class Block {

  /** Images of a block; the width of a batch in memory is a multiple of it. */
  static final int IMAGES = 16;

  /** The host's vectors; none is longer than a block. */
  static final VectorSpecies<Float> SPECIES =
      Lanes.LANES > IMAGES ? FloatVector.SPECIES_512 : Lanes.SPECIES;

  /** Floats a vector. */
  static final int LANES = SPECIES.length();

  private Block() {}

  /** Blocks of {@code images} images, the last of them perhaps not full. */
  static int count(int images) {
    return (images + IMAGES - 1) / IMAGES;
  }

  /** The sum of the block of numbers from {@code at} on: halves on halves, four times. */
  static float fold(float[] sums, int at) {
    float even =
        (sums[at] + sums[at + 8] + (sums[at + 4] + sums[at + 12]))
            + (sums[at + 2] + sums[at + 10] + (sums[at + 6] + sums[at + 14]));
    float odd =
        (sums[at + 1] + sums[at + 9] + (sums[at + 5] + sums[at + 13]))
            + (sums[at + 3] + sums[at + 11] + (sums[at + 7] + sums[at + 15]));
    return even + odd;
  }
}
