package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The figures of a network on a set of images; shares are 0..1. A figure that nobody measured is
 * NaN.
 *
 * @param loss mean cross-entropy, natural logarithm
 * @param accuracy share of images whose best output is their class (the first of equal outputs)
 * @param top5 share of images for which fewer than five outputs are above that of their class
 * @param class0Top1 share of images for which no output is above that of class 0, the paper's "top
 *     1"
 * @param class0Top5 share of images for which fewer than five outputs are above that of class 0,
 *     its "top 5"
 */
public record Evaluation(
    double loss, double accuracy, double top5, double class0Top1, double class0Top5)
    implements Serializable {

  /** Of a set that nothing was measured on. */
  public static final Evaluation NONE =
      new Evaluation(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** The figures that an epoch keeps of the validation images, without the others. */
  public Evaluation lossAndAccuracy() {
    return new Evaluation(loss, accuracy, Double.NaN, Double.NaN, Double.NaN);
  }
}
