package prunesweep.driver.spark;

import java.util.List;
import java.util.Set;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/** Jobs of one task each on a cluster; for one thread. */
interface Jobs extends AutoCloseable {

  /** Returns true when another job finds a slot. */
  boolean haveRoom();

  /** How many jobs run at once. */
  int slots();

  /** The jobs that were submitted and not yet returned by {@link #takeEnded}. */
  Set<SweepJob> running();

  /** Keeps {@code checkpoint} for the jobs that go on from it. */
  void add(Checkpoint checkpoint);

  /** Forgets the checkpoint of {@code stage}, from which no more jobs go on. */
  void remove(StageId stage);

  /**
   * Submits {@code job}, with its data set and checkpoints.
   *
   * @param interval when its state is left
   */
  void submit(SweepJob job, StateInterval interval);

  /** Cancels {@code job}; it is returned as {@link JobResult.Broken}. */
  void cancel(SweepJob job);

  /** Returns true when {@link #takeEnded} would not wait. */
  boolean hasEnded();

  /** Results of the jobs that ended since the last call; waits a moment when there are none. */
  List<JobResult> takeEnded();

  /** Returns true when the cluster is gone. */
  boolean isLost();

  /** Counts trials that finished among the metrics of the cluster. */
  void count(List<TrialOutcome> outcomes);

  /** Cancels what still runs. */
  @Override
  void close();
}
