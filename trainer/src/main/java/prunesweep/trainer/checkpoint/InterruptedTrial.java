package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import java.util.Optional;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.trial.TrialSpec;

/**
 * The complete state of a trial at the end of an epoch: a trial that goes on from it has the rows
 * that it would have had undisturbed, bit for bit.
 *
 * @param trial the trial
 * @param blasKernel the core whose kernels OpenBLAS ran; they decide bits of the engine {@code
 *     dl4j}
 * @param progress the training under way, without counters; where none is under way, the network as
 *     it stands and no epoch
 * @param aside the dense training that another one needs first, if it is under way
 * @param pruned the network when its method was done with it, if it is
 * @param course all the rest, of records alone; for the run of a trial to know
 */
public record InterruptedTrial(
    TrialSpec trial,
    String blasKernel,
    Progress progress,
    Optional<Progress> aside,
    Optional<Parameters> pruned,
    Serializable course) {

  private static final Frame FRAME = new Frame("PRUNETRL", 1);

  /** The form in which it travels and is kept. */
  public byte[] toBytes() {
    return FRAME.around(ContentWriter.write(this));
  }

  /**
   * The state of {@code trial} that {@link #toBytes} made.
   *
   * @throws DamagedCheckpointException if {@code bytes} are anything else
   */
  public static InterruptedTrial of(TrialSpec trial, byte[] bytes) {
    ContentReader contents = new ContentReader(FRAME.contents(bytes));
    String text = contents.text();
    Frame.require("trial", trial.id(), text.equals(trial.canonicalText().toString()), "another");
    return contents.interrupted(trial);
  }
}
