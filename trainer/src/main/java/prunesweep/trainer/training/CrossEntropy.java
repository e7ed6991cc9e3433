package prunesweep.trainer.training;

/**
 * Cross-entropy of class probabilities, natural logarithm: the loss that both engines train with.
 * Its gradient before a softmax is probability minus target.
 */
public final class CrossEntropy {

  /** All of the target is the image's class. */
  public static final CrossEntropy PLAIN = new CrossEntropy();

  private CrossEntropy() {}

  /**
   * Writes the targets of an image of class {@code label}.
   *
   * @param classes how many numbers
   * @param at where the first stands
   */
  public void writeTargets(float[] targets, int at, int classes, int label) {
    for (int index = 0; index < classes; index++) {
      targets[at + index] = index == label ? 1 : 0;
    }
  }

  /**
   * Turns probabilities of an image of class {@code label} into the gradient of what the softmax
   * took.
   *
   * @param classes how many numbers
   * @param at where the first stands
   */
  public void subtractTargets(float[] probabilities, int at, int classes, int label) {
    probabilities[at + label] -= 1;
  }

  /**
   * The loss of an image of class {@code label}.
   *
   * @param classes how many numbers
   * @param at where the first stands
   */
  public double of(float[] probabilities, int at, int classes, int label) {
    return Scoreboard.loss(probabilities[at + label]);
  }
}
