package prunesweep.trainer.training;

import prunesweep.trainer.result.Evaluation;

/**
 * Counts losses and hits from rows of class probabilities.
 *
 * <p>An output is among the k best when fewer than k outputs are strictly above it, as Keras counts
 * it; the paper's "top 1" and "top 5" ask this of class 0 (protocol, section 9).
 */
public final class Scoreboard {

  /** Deeplearning4j clips probabilities here in its own cross-entropy; so the losses compare. */
  private static final double LOWEST_PROBABILITY = 1e-10;

  private final int classes;
  private double lossSum;
  private long hits;
  private long top5;
  private long class0Top1;
  private long class0Top5;
  private long images;

  /** Made by the first image that is scored with its loss. */
  private int[] answers = {};

  /** A scoreboard for networks with {@code classes} outputs. */
  public Scoreboard(int classes) {
    this.classes = classes;
  }

  /** Scores one image whose probabilities start at {@code offset}. */
  public void add(float[] probabilities, int offset, int label) {
    lossSum += loss(probabilities[offset + label]);
    addHits(probabilities, offset, label);
    answers = answers.length == 0 ? new int[Math.multiplyExact(classes, classes)] : answers;
    answers[label * classes + best(probabilities, offset, classes)]++;
  }

  /**
   * The images of each class by the class they were taken for, that of the largest output: those of
   * class i taken for class j stand at {@code i * classes + j}. Empty where none was scored with
   * its loss.
   */
  public int[] answers() {
    return answers.clone();
  }

  /** Number of outputs. */
  public int classes() {
    return classes;
  }

  /** Scores all but the loss of one image whose probabilities start at {@code offset}. */
  public void addHits(float[] probabilities, int offset, int label) {
    hits += best(probabilities, offset, classes) == label ? 1 : 0;
    top5 += above(probabilities, offset, label) < 5 ? 1 : 0;
    int aboveClass0 = above(probabilities, offset, 0);
    class0Top1 += aboveClass0 < 1 ? 1 : 0;
    class0Top5 += aboveClass0 < 5 ? 1 : 0;
    images++;
  }

  /** Cross-entropy of one image whose class got {@code probability}, natural logarithm. */
  public static double loss(float probability) {
    return -StrictMath.log(Math.max(probability, LOWEST_PROBABILITY));
  }

  /** Index of the largest of {@code classes} outputs, the first of equal ones. */
  public static int best(float[] outputs, int offset, int classes) {
    int best = 0;
    for (int index = 1; index < classes; index++) {
      if (outputs[offset + index] > outputs[offset + best]) {
        best = index;
      }
    }
    return best;
  }

  private int above(float[] outputs, int offset, int label) {
    int count = 0;
    for (int index = 0; index < classes; index++) {
      if (outputs[offset + index] > outputs[offset + label]) {
        count++;
      }
    }
    return count;
  }

  /** The counts over all images so far, beside losses summed elsewhere. */
  public Tally tally(double lossSum) {
    return new Tally(lossSum, hits, class0Top1, class0Top5, images);
  }

  /** The figures over all images so far. */
  public Evaluation evaluation() {
    double all = images;
    return new Evaluation(
        lossSum / all, hits / all, top5 / all, class0Top1 / all, class0Top5 / all);
  }
}
