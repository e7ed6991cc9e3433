package prunesweep.driver.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prunesweep.driver.spark.Underway;
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
  public void running(int trials, int stages) {
    mostRunning = Math.max(mostRunning, trials + stages);
    mostStages = Math.max(mostStages, stages);
  }

  @Override
  public void progressed(List<Underway> underway) {
    if (firstStanding.isEmpty()) {
      firstStanding =
          underway.stream().flatMap(each -> Stream.ofNullable(each.standing())).findFirst();
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
