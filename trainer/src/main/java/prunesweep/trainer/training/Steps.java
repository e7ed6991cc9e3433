package prunesweep.trainer.training;

/** The steps of a pass of training: what an engine asks about each of them. */
@FunctionalInterface
public interface Steps {

  /**
   * The factor of the learning rate in a step.
   *
   * @param step from 0, within the pass
   * @return from 0
   */
  double rateFactor(int step);

  /** The loss that every step goes down. */
  default CrossEntropy loss() {
    return CrossEntropy.PLAIN;
  }
}
