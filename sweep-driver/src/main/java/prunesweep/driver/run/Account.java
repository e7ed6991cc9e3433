package prunesweep.driver.run;

import prunesweep.driver.progress.SweepProgress;
import prunesweep.driver.progress.SweepStatus;

/**
 * Account of a run for those who watch it, in this process and elsewhere.
 *
 * @param progress what it has come to
 * @param kept for other processes
 * @param events for this one
 */
record Account(SweepProgress progress, KeptStatus kept, RunEvents events) {

  /** Tells all of them where the run stands. */
  void show() {
    SweepStatus status = progress.status();
    events.progressed(status);
    kept.keep(status);
  }

  /** Tells all of them that the run has come to its end. */
  void end() {
    progress.end();
    show();
  }
}
