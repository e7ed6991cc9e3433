package prunesweep.driver.spark;

import java.io.Serializable;

/**
 * Result of a Spark task.
 *
 * @param <O> type of the outcome of a trial or stage
 */
sealed interface TaskResult<O> extends Serializable {

  /**
   * The trial or stage was run.
   *
   * @param outcome how it ended
   */
  record Completed<O>(O outcome) implements TaskResult<O> {}

  /**
   * The executor must not run any part of the sweep; the trial or stage is not at fault.
   *
   * @param sentence the reason, for the user
   */
  record Refused<O>(String sentence) implements TaskResult<O> {}
}
