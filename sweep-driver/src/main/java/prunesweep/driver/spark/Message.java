package prunesweep.driver.spark;

import java.io.Serializable;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.checkpoint.Standing;

/** Message of a task to the driver. */
sealed interface Message extends Serializable {

  /** The trial or stage that the task runs. */
  WorkId work();

  /**
   * A task begins; answered by the bytes of the state to go on from, none for a new beginning. An
   * executor reads answers where it knows no class of a jar that was submitted.
   *
   * @param work the trial or stage
   * @param host where it runs
   * @param executor by which executor
   */
  record Begun(WorkId work, String host, String executor) implements Message {}

  /**
   * An epoch ended.
   *
   * @param work the trial or stage
   * @param standing where it stands
   */
  record EpochEnded(WorkId work, Standing standing) implements Message {}

  /**
   * A state from which another task can go on.
   *
   * @param work the trial or stage
   * @param state its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives while it is sent.
  record StateLeft(WorkId work, byte[] state) implements Message {}
}
