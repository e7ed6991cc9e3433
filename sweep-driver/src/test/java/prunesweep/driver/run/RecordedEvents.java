package prunesweep.driver.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.trainer.checkpoint.Standing;
import prunesweep.trainer.data.fetch.FetchListener;
import prunesweep.trainer.data.fetch.FetchOutcome;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialOutcome;

/** Keeps what a run said. */
class RecordedEvents implements RunEvents {

  private final List<TrialId> finished = new ArrayList<>();
  private int planned;
  private int finishedBefore;
  private int mostRunning;
  private int mostStages;
  private final List<String> webInterfaces = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<SweepStatus> statuses = new ArrayList<>();
  private Optional<Standing> firstStanding = Optional.empty();

  @Override
  public FetchListener fetching() {
    return (source, bytes) -> {};
  }

  @Override
  public void fetched(FetchOutcome outcome) {
    throw new AssertionError("Tests must not fetch: " + outcome);
  }

  @Override
  public void starting(int trials, int before) {
    planned = trials;
    finishedBefore = before;
  }

  @Override
  public void webInterface(String address) {
    webInterfaces.add(address);
  }

  @Override
  public void progressed(SweepStatus status) {
    statuses.add(status);
    mostRunning = Math.max(mostRunning, status.trials().running() + status.trials().stages());
    mostStages = Math.max(mostStages, status.trials().stages());
    if (firstStanding.isEmpty()) {
      firstStanding =
          status.running().stream().flatMap(each -> each.standing().stream()).findFirst();
    }
  }

  @Override
  public void warned(String sentence) {
    warnings.add(sentence);
  }

  @Override
  public void finished(List<TrialOutcome> outcomes) {
    outcomes.forEach(outcome -> finished.add(outcome.spec().id()));
  }

  /** The trials that ended in this run, in the order they did. */
  List<TrialId> finished() {
    return finished;
  }

  int planned() {
    return planned;
  }

  int finishedBefore() {
    return finishedBefore;
  }

  /** Where anything stood when that was heard first. */
  Optional<Standing> firstStanding() {
    return firstStanding;
  }

  /** Where the run stood, each time that it told. */
  List<SweepStatus> statuses() {
    return statuses;
  }

  /** The most trials and stages at once. */
  int mostRunning() {
    return mostRunning;
  }

  /** The most stages at once. */
  int mostStages() {
    return mostStages;
  }

  /** The addresses of Spark's web pages; none where they are off. */
  List<String> webInterfaces() {
    return webInterfaces;
  }

  List<String> warnings() {
    return warnings;
  }
}
