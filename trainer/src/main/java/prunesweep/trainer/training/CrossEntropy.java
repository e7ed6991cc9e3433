package prunesweep.trainer.training;

/**
 * Cross-entropy of class probabilities, natural logarithm: the loss that both engines train with.
 * Its gradient before a softmax is probability minus target.
 *
 * @param smoothing the part of the target, in [0, 1), that all classes share, the image's own too
 *     (Szegedy et al., Rethinking the inception architecture for computer vision, 2016, section 7)
 */
public record CrossEntropy(double smoothing) {

  /** All of the target is the image's class. */
  public static final CrossEntropy PLAIN = new CrossEntropy(0);

  /**
   * Writes the targets of an image of class {@code label}.
   *
   * @param classes how many numbers
   * @param at where the first stands
   */
  public void writeTargets(float[] targets, int at, int classes, int label) {
    for (int index = 0; index < classes; index++) {
      targets[at + index] = (float) target(index, classes, label);
    }
  }

  private double target(int index, int classes, int label) {
    double shared = smoothing / classes;
    return index == label ? 1 - smoothing + shared : shared;
  }

  /**
   * Turns probabilities of an image of class {@code label} into the gradient of what the softmax
   * took.
   *
   * @param classes how many numbers
   * @param at where the first stands
   */
  public void subtractTargets(float[] probabilities, int at, int classes, int label) {
    if (smoothing == 0) {
      probabilities[at + label] -= 1;
    } else {
      for (int index = 0; index < classes; index++) {
        probabilities[at + index] -= (float) target(index, classes, label);
      }
    }
  }

  /**
   * The loss of an image of class {@code label}.
   *
   * @param classes how many numbers
   * @param at where the first stands
   */
  public double of(float[] probabilities, int at, int classes, int label) {
    return smoothing == 0
        ? Scoreboard.loss(probabilities[at + label])
        : smoothed(probabilities, at, classes, label);
  }

  private double smoothed(float[] probabilities, int at, int classes, int label) {
    double sum = 0;
    for (int index = 0; index < classes; index++) {
      sum += target(index, classes, label) * Scoreboard.loss(probabilities[at + index]);
    }
    return sum;
  }
}
