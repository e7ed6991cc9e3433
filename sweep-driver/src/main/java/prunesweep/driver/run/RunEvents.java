package prunesweep.driver.run;

import java.util.List;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.trainer.data.fetch.FetchListener;
import prunesweep.trainer.data.fetch.FetchOutcome;
import prunesweep.trainer.trial.TrialOutcome;

/** Hears how a run goes on; called by one thread only, fetch progress excepted. */
public interface RunEvents {

  /** Hears of bytes that come while a data set is fetched. */
  FetchListener fetching();

  /** A data set was not there and has been fetched. */
  void fetched(FetchOutcome outcome);

  /**
   * Trials are about to run.
   *
   * @param planned trials of the sweep
   * @param finishedBefore those of them that need not run
   */
  void starting(int planned, int finishedBefore);

  /** Spark's web pages of this run are at {@code address}. */
  void webInterface(String address);

  /** The run stands here now; called some times a second while trials run. */
  void progressed(SweepStatus status);

  /** Something that changes no row went wrong or may surprise; one sentence for the user. */
  void warned(String sentence);

  /** These trials finished and their rows are committed. */
  void finished(List<TrialOutcome> outcomes);
}
