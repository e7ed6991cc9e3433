package prunesweep.driver.cli;

import java.util.List;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.run.RunEvents;
import prunesweep.trainer.data.fetch.FetchListener;
import prunesweep.trainer.data.fetch.FetchOutcome;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * What a run says, for people.
 *
 * @param screen where it is said
 */
record LiveProgress(Screen screen) implements RunEvents {

  @Override
  public FetchListener fetching() {
    return new FetchProgress(screen::note);
  }

  @Override
  public void fetched(FetchOutcome outcome) {
    screen.note(Printable.sentence(outcome.sentence()));
  }

  @Override
  public void starting(int planned, int finishedBefore) {}

  @Override
  public void webInterface(String address) {
    screen.note("Spark's web pages: " + Printable.sentence(address));
  }

  @Override
  public void progressed(SweepStatus status) {
    screen.show(status);
  }

  @Override
  public void warned(String sentence) {
    screen.problem(Printable.sentence(sentence));
  }

  @Override
  public void finished(List<TrialOutcome> outcomes) {
    for (TrialOutcome outcome : outcomes) {
      if (outcome instanceof TrialOutcome.Failed failed) {
        screen.problem(
            Printable.sentence(
                "trial %s failed (%s): %s"
                    .formatted(failed.spec().id(), failed.kind().label(), failed.message())));
      }
    }
  }
}
