package prunesweep.trainer.training;

/**
 * What a pass over training images added up to.
 *
 * @param lossSum sum of the images' cross-entropies, natural logarithm
 * @param hits images classified right
 * @param images images seen
 */
public record Tally(double lossSum, long hits, long images) {

  /** This and {@code later} together. */
  Tally plus(Tally later) {
    return new Tally(lossSum + later.lossSum, hits + later.hits, images + later.images);
  }

  /** Mean cross-entropy. */
  public double loss() {
    return lossSum / images;
  }

  /** Share of images classified right, 0..1. */
  public double accuracy() {
    return hits / (double) images;
  }
}
