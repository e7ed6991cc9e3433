package prunesweep.driver.spark;

import java.io.Serializable;
import prunesweep.trainer.result.TrialOutcome;

/** What a task answers. */
sealed interface TrialAnswer extends Serializable {

  /**
   * The trial was run.
   *
   * @param outcome how it ended
   */
  record Ran(TrialOutcome outcome) implements TrialAnswer {}

  /**
   * This executor must not run trials of the sweep, and the trial is not at fault.
   *
   * @param sentence why, for the user
   */
  record Refused(String sentence) implements TrialAnswer {}
}
