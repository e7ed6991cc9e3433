package prunesweep.trainer.training;

import java.util.Optional;

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

  /**
   * What a step leaves out of the hidden layers; empty where it is nothing.
   *
   * @param step from 0, within the pass
   */
  default Optional<Dropout> dropout(int step) {
    return Optional.empty();
  }

  /** The loss that every step goes down. */
  default CrossEntropy loss() {
    return CrossEntropy.PLAIN;
  }
}
