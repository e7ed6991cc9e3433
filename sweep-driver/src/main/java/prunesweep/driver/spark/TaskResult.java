package prunesweep.driver.spark;

import java.io.Serializable;

/**
 * What a task answers.
 *
 * @param <O> how its work ends
 */
sealed interface Answer<O> extends Serializable {

  /**
   * The work was done.
   *
   * @param outcome how it ended
   */
  record Ran<O>(O outcome) implements Answer<O> {}

  /**
   * This executor must not work for the sweep, and the work is not at fault.
   *
   * @param sentence why, for the user
   */
  record Refused<O>(String sentence) implements Answer<O> {}
}
