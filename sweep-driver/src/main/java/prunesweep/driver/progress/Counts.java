package prunesweep.driver.progress;

/**
 * Numbers of trials of a sweep.
 *
 * @param planned all
 * @param done those that are done, in this run or an earlier one
 * @param failed those that failed
 * @param running those that are submitted and have not ended
 * @param stages stages that are submitted and have not ended
 */
public record Counts(int planned, int done, int failed, int running, int stages) {

  /** The trials that have ended. */
  public int ended() {
    return done + failed;
  }

  /** Returns true when every trial has ended. */
  public boolean isComplete() {
    return ended() == planned;
  }

  Counts running(int trials, int stagesNow) {
    return new Counts(planned, done, failed, trials, stagesNow);
  }

  Counts plus(int moreDone, int moreFailed) {
    return new Counts(planned, done + moreDone, failed + moreFailed, running, stages);
  }
}
