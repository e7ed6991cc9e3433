package prunesweep.driver.progress;

import java.util.List;
import java.util.Set;
import prunesweep.driver.plan.WorkId;

/**
 * A trial or stage as a piece of work.
 *
 * @param id its name
 * @param position its place in the plan; what is ready runs in this order
 * @param isStage whether others go on from it
 * @param needs the stages that must have ended before it can run
 * @param size how much it is at most
 * @param longAs what is expected to train as many epochs, from the most to the least alike
 * @param fastAs what is expected to take as long for them, from the most to the least alike
 */
record Work(
    WorkId id,
    int position,
    boolean isStage,
    Set<WorkId> needs,
    Size size,
    List<Object> longAs,
    List<Object> fastAs) {

  /**
   * How much work is.
   *
   * @param epochs most epochs of one training
   * @param epochCost operations of an epoch, in a unit that is the same for all
   */
  record Size(int epochs, double epochCost) {

    /**
     * The operations of so many epochs and of what is done besides: as much as one more epoch takes
     * in the evaluations, prunes and analyses of a trial.
     */
    double cost(double trained) {
      return (trained + 1) * epochCost;
    }
  }
}
