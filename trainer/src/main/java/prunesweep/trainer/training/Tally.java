package prunesweep.trainer.training;

import prunesweep.trainer.result.Evaluation;

/**
 * Sums over the images of a pass of training.
 *
 * @param lossSum sum of the images' cross-entropies, natural logarithm
 * @param hits images classified right
 * @param class0Top1 images whose best output is class 0
 * @param class0Top5 images with class 0 among the five best outputs
 * @param images images seen
 */
public record Tally(double lossSum, long hits, long class0Top1, long class0Top5, long images) {

  /** The sums over no images. */
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** This and {@code later} together. */
  Tally plus(Tally later) {
    return new Tally(
        lossSum + later.lossSum,
        hits + later.hits,
        class0Top1 + later.class0Top1,
        class0Top5 + later.class0Top5,
        images + later.images);
  }

  /** Mean cross-entropy. */
  public double loss() {
    return lossSum / images;
  }

  /** Share of images classified right, 0..1. */
  public double accuracy() {
    return share(hits);
  }

  /** Share of images whose best output is class 0, 0..1. */
  public double class0Top1Share() {
    return share(class0Top1);
  }

  /** Share of images with class 0 among the five best outputs, 0..1. */
  public double class0Top5Share() {
    return share(class0Top5);
  }

  /** All figures of the images, {@code top5} excepted. */
  Evaluation evaluation() {
    return new Evaluation(loss(), accuracy(), Double.NaN, class0Top1Share(), class0Top5Share());
  }

  private double share(long count) {
    return count / (double) images;
  }
}
