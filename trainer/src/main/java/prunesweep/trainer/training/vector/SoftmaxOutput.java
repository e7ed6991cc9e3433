package prunesweep.trainer.training.vector;

/** Softmax over rows of logits, in place; exp by StrictMath, so equal on every host. */
final class SoftmaxOutput {

  private SoftmaxOutput() {}

  /** Replaces the {@code classes} logits from {@code offset} on by their probabilities. */
  static void apply(float[] logits, int offset, int classes) {
    float largest = logits[offset];
    for (int index = 1; index < classes; index++) {
      largest = Math.max(largest, logits[offset + index]);
    }
    double sum = 0;
    for (int index = 0; index < classes; index++) {
      float exponential = (float) StrictMath.exp(logits[offset + index] - largest);
      logits[offset + index] = exponential;
      sum += exponential;
    }
    for (int index = 0; index < classes; index++) {
      logits[offset + index] = (float) (logits[offset + index] / sum);
    }
  }
}
