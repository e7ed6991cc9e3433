package prunesweep.trainer.training;

/** Something that happens between two epochs, e.g. a prune. */
@FunctionalInterface
public interface EpochEnd {

  /**
   * Called after each epoch but the last of a run, so that no run ends on a network changed since
   * it was trained.
   *
   * @param epoch the epoch that ended, from 1
   * @param trainAccuracy its running training accuracy, 0..1
   */
  void after(int epoch, double trainAccuracy);
}
