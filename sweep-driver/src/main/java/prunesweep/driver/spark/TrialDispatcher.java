package prunesweep.driver.spark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.progress.Ended;
import prunesweep.driver.progress.Underway;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * Runs trials, and the stages they go on from, as Spark jobs of one task each, as many at once as
 * there are slots. So each trial fails, is tried again or is cancelled on its own, and Spark's
 * scheduler places it. A checkpoint comes back to the driver and is sent with the jobs that go on
 * from it: hosts need not share a disk.
 */
public final class TrialDispatcher implements AutoCloseable {

  private static final int LEAST_STATES = 4;
  private static final Duration TURN = Duration.ofMillis(200);

  private final Jobs jobs;
  private final FailurePolicy policy;
  private final StageStore store;
  private final StateStore states;
  private final Supervision supervision;
  private final TrialEvents events;
  private final Clock clock;
  private final Reception reception;
  private final Losses losses = new Losses();
  private final Deque<SweepJob> again = new ArrayDeque<>();
  private final Set<SweepJob> stuck = new HashSet<>();

  /** A dispatcher on {@code session} whose tasks run OpenBLAS with the kernels of {@code core}. */
  public TrialDispatcher(
      OpenSession session,
      DatasetSource datasets,
      FailurePolicy policy,
      BlasCore core,
      Supervision supervision,
      StageStore store,
      StateStore states,
      TrialEvents events) {
    this(
        new SparkJobs(session, core, datasets),
        policy,
        supervision,
        store,
        states,
        events,
        Clock.systemUTC());
  }

  /** A dispatcher of {@code jobs}, by the time of {@code clock}. */
  TrialDispatcher(
      Jobs jobs,
      FailurePolicy policy,
      Supervision supervision,
      StageStore store,
      StateStore states,
      TrialEvents events,
      Clock clock) {
    this.jobs = jobs;
    this.policy = policy;
    this.store = store;
    this.states = states;
    this.supervision = supervision;
    this.events = events;
    this.clock = clock;
    this.reception = new Reception(states::again, clock);
    DriverEnd.open(reception);
  }

  /**
   * Runs all {@code trials} and returns when each has an outcome, or earlier if the policy says so.
   *
   * @param stages the stages that they share
   * @throws ClusterException if the cluster is lost; trials that finished before were reported
   */
  public void run(Collection<PlannedTrial> trials, StagePlan stages) {
    try {
      run(new JobQueue(trials, stages));
    } catch (IllegalStateException e) {
      throw jobs.isLost() ? ClusterException.lost(e) : e;
    }
  }

  private void run(JobQueue queue) {
    boolean goesOn = true;
    while (goesOn && !(jobs.running().isEmpty() && queue.isEmpty() && again.isEmpty())) {
      fill(queue);
      lookAtRunning();
      keepStates();
      List<JobResult> ended = jobs.takeEnded().stream().flatMap(this::settled).toList();
      goesOn = goesOnAfter(ended);
      takeBesideNext(ended, queue, goesOn);
    }
  }

  private void fill(JobQueue queue) {
    startAgain();
    while (jobs.haveRoom() && !queue.isEmpty()) {
      start(queue.next(), queue);
    }
  }

  private boolean goesOnAfter(List<JobResult> ended) {
    return policy == FailurePolicy.GO_ON
        || all(JobResult.Trial.class, ended, JobResult.Trial::outcome).stream()
            .noneMatch(TrialOutcome.Failed.class::isInstance);
  }

  /**
   * Gives free slots their next jobs before it keeps what {@code ended}, so that they need not wait
   * for the tables. What ended is kept whatever becomes of the next.
   */
  private void takeBesideNext(List<JobResult> ended, JobQueue queue, boolean goesOn) {
    try {
      if (goesOn && !ended.isEmpty() && !jobs.isLost()) {
        fill(queue);
      }
    } finally {
      take(ended, queue);
    }
  }

  /** One suspect at a time, before anything else. */
  private void startAgain() {
    if (!again.isEmpty() && jobs.haveRoom() && !isSuspectRunning()) {
      submit(again.remove(), supervision.ofSuspects());
    }
  }

  private boolean isSuspectRunning() {
    return jobs.running().stream().anyMatch(job -> losses.isSuspect(job.planned().work()));
  }

  private void submit(SweepJob job, StateInterval interval) {
    reception.expect(job.planned());
    jobs.submit(job, interval);
  }

  /**
   * A few in any case, and more while nothing has ended, which need not wait for a slow store: with
   * a thousand slots, as many states come a minute.
   */
  private void keepStates() {
    Instant until = clock.instant().plus(TURN);
    boolean goesOn = true;
    for (int count = 1; goesOn; count++) {
      Optional<Reception.Left> left = reception.takeLeft();
      left.ifPresent(this::keep);
      goesOn = left.isPresent() && (count < LEAST_STATES || mayKeepMore(until));
    }
  }

  private boolean mayKeepMore(Instant until) {
    return !jobs.hasEnded() && clock.instant().isBefore(until);
  }

  private void keep(Reception.Left left) {
    states.keep(left.work(), left.state());
    losses.forget(left.work());
  }

  private void lookAtRunning() {
    List<Underway> underway = reception.underway();
    tellRunning(underway);
    cancelStuck(underway);
  }

  private void cancelStuck(List<Underway> underway) {
    Instant now = clock.instant();
    Set<WorkId> late =
        underway.stream()
            .filter(each -> supervision.isStuck(each, now))
            .map(each -> each.planned().work())
            .collect(Collectors.toSet());
    for (SweepJob job : jobs.running()) {
      if (late.contains(job.planned().work()) && stuck.add(job)) {
        jobs.cancel(job);
      }
    }
  }

  private void start(SweepJob job, JobQueue queue) {
    Optional<Checkpoint> kept =
        job.planned() instanceof PlannedStage stage ? store.find(stage.spec()) : Optional.empty();
    if (kept.isPresent()) {
      reached(kept.get(), queue);
      events.ended(new Ended(job.planned(), kept.get().epochs(), 0));
      release(job, queue);
    } else {
      states.inspect(job.planned().work());
      submit(job, supervision.interval());
    }
  }

  private void tellRunning(List<Underway> underway) {
    int all = jobs.running().size();
    int trials =
        (int) jobs.running().stream().filter(job -> job.planned() instanceof PlannedTrial).count();
    events.running(trials, all - trials, jobs.slots());
    events.progressed(underway);
  }

  private void take(List<JobResult> ended, JobQueue queue) {
    List<TrialOutcome> trials = all(JobResult.Trial.class, ended, JobResult.Trial::outcome);
    List<StageOutcome> stages = all(JobResult.Stage.class, ended, JobResult.Stage::outcome);
    if (!trials.isEmpty()) {
      events.finished(trials);
      jobs.count(trials);
    }
    all(StageOutcome.Reached.class, stages, StageOutcome.Reached::checkpoint).forEach(store::keep);
    requireNoneLost(ended);
    stages.forEach(stage -> ended(stage, queue));
    ended.forEach(one -> end(one, queue));
  }

  /** The result where there is one; of a broken job, only when it is not to be run again. */
  private Stream<JobResult> settled(JobResult result) {
    if (!(result instanceof JobResult.Broken broken)) {
      return Stream.of(result);
    }
    SweepJob job = broken.job();
    if (stuck.remove(job)) {
      return Stream.of(failed(broken, supervision.stuckSentence()));
    }
    if (losses.isAtFault(job.planned().work())) {
      return Stream.of(
          failed(broken, "Its executor was lost twice while it ran: " + broken.reason()));
    }
    reception.lost(job.planned());
    again.add(job);
    return Stream.empty();
  }

  private static JobResult failed(JobResult.Broken broken, String sentence) {
    FailureKind kind = FailureKind.RESOURCE;
    SweepJob job = broken.job();
    if (job.planned() instanceof PlannedStage stage) {
      return new JobResult.Stage(
          job, new StageOutcome.Failed(stage.spec(), kind, sentence), broken.seconds());
    }
    PlannedTrial trial = (PlannedTrial) job.planned();
    return new JobResult.Trial(
        job,
        new TrialOutcome.Failed(trial.spec(), kind, sentence, broken.seconds()),
        broken.seconds());
  }

  /** Forgets a job that has an outcome, which is committed by now. */
  private void end(JobResult result, JobQueue queue) {
    SweepJob job = result.job();
    events.ended(new Ended(job.planned(), result.epochs(), result.seconds()));
    WorkId work = job.planned().work();
    reception.dismiss(job.planned());
    losses.forget(work);
    states.drop(work);
    release(job, queue);
  }

  private static <T, S extends T, R> List<R> all(
      Class<S> type, List<T> batch, Function<S, R> result) {
    return batch.stream().filter(type::isInstance).map(type::cast).map(result).toList();
  }

  private static void requireNoneLost(List<JobResult> batch) {
    for (JobResult ended : batch) {
      if (ended instanceof JobResult.Lost lost) {
        throw lost.why();
      }
    }
  }

  private void ended(StageOutcome outcome, JobQueue queue) {
    if (outcome instanceof StageOutcome.Reached reached) {
      reached(reached.checkpoint(), queue);
    } else if (outcome instanceof StageOutcome.Failed failed) {
      StageId stage = failed.stage().id();
      events.stageFailed(stage, failed.message(), queue.failed(stage));
    }
  }

  private void reached(Checkpoint checkpoint, JobQueue queue) {
    jobs.add(checkpoint);
    queue.reached(checkpoint.stage().id());
  }

  /** Drops the stages that only {@code job} still needed. */
  private void release(SweepJob job, JobQueue queue) {
    queue
        .ended(job)
        .forEach(
            stage -> {
              jobs.remove(stage);
              store.drop(stage);
            });
  }

  /** Cancels what still runs. */
  @Override
  public void close() {
    DriverEnd.close(reception);
    jobs.close();
  }
}
