package prunesweep.driver.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/** Keeps the account of a run; for one thread. */
public final class SweepProgress {

  /** The estimate may take this share of the time at most: with many trials it is made rarely. */
  private static final int SHARE = 20;

  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

  private final SweepPlan plan;
  private final Clock clock;
  private final Instant started;
  private final TimeLeft estimate;
  private final Map<WorkId, String> descriptions = new HashMap<>();
  private Counts trials;
  private List<Underway> underway = List.of();
  private int slots = 1;
  private Optional<Instant> end = Optional.empty();
  private Instant estimateDue;
  private boolean hasEnded;

  /**
   * The account of a run of {@code plan} before anything of it runs.
   *
   * @param ended how many of its trials are done and have failed before
   * @param pending the trials that are to run
   * @param stages the stages that they share
   * @param epochCost operations of an epoch of a trial or stage, in any unit
   */
  public SweepProgress(
      SweepPlan plan,
      Counts ended,
      Collection<PlannedTrial> pending,
      StagePlan stages,
      ToDoubleFunction<Planned> epochCost,
      Clock clock) {
    this.plan = plan;
    this.clock = clock;
    this.started = clock.instant();
    this.estimate = new TimeLeft(Works.of(pending, stages, epochCost));
    this.trials = ended;
    this.estimateDue = started;
  }

  /** Takes how many trials and stages are submitted, and how many may run at once. */
  public void submitted(int now, int stages, int slotsNow) {
    trials = trials.running(now, stages);
    slots = slotsNow;
  }

  /** Takes where all stand that run now. */
  public void standsAt(List<Underway> now) {
    underway = List.copyOf(now);
    Instant moment = clock.instant();
    if (!moment.isBefore(estimateDue)) {
      end = estimate.at(underway, slots, moment).map(moment::plus);
      Duration took = Duration.between(moment, clock.instant()).multipliedBy(SHARE);
      estimateDue = moment.plus(took.compareTo(LEAST_PAUSE) > 0 ? took : LEAST_PAUSE);
    }
  }

  /** Takes the trials that finished and are kept. */
  public void finished(Collection<TrialOutcome> outcomes) {
    int failed = (int) outcomes.stream().filter(TrialOutcome.Failed.class::isInstance).count();
    trials = trials.plus(outcomes.size() - failed, failed);
  }

  /** Takes a trial or stage of which nothing is left to do. */
  public void ended(Ended ended) {
    estimate.ended(ended);
    descriptions.remove(ended.planned().work());
  }

  /** Takes a stage that failed. */
  public void stageFailed(StageId stage) {
    estimate.withoutStage(WorkId.of(stage));
  }

  /** Takes the end of the run. */
  public void end() {
    trials = trials.running(0, 0);
    underway = List.of();
    end = Optional.empty();
    hasEnded = true;
  }

  /** Returns where the run stands now. */
  public SweepStatus status() {
    Instant now = clock.instant();
    return new SweepStatus(
        plan.sweep(),
        plan.sweepId(),
        started,
        now,
        hasEnded,
        trials,
        end.map(last -> last.isAfter(now) ? Duration.between(now, last) : Duration.ZERO),
        underway.stream().map(this::running).toList());
  }

  /** Words are put together once: with many slots that takes longer than all else here. */
  private RunningWork running(Underway one) {
    Planned planned = one.planned();
    return RunningWork.of(
        one, descriptions.computeIfAbsent(planned.work(), work -> planned.description()));
  }
}
