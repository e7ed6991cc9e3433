package prunesweep.driver.spark;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * Runs trials, and the stages they go on from, as Spark jobs of one task each, as many at once as
 * there are slots. So each trial fails, is tried again or is cancelled on its own, and Spark's
 * scheduler places it. A checkpoint comes back to the driver and is sent with the jobs that go on
 * from it: hosts need not share a disk.
 */
public final class TrialDispatcher implements AutoCloseable {

  private final JavaSparkContext context;
  private final Shipment shipment;
  private final Jobs jobs;
  private final FailurePolicy policy;
  private final StageStore store;
  private final TrialEvents events;
  private final TrialMetrics metrics = TrialMetrics.registered();

  /** A dispatcher on {@code session} whose tasks run OpenBLAS with the kernels of {@code core}. */
  public TrialDispatcher(
      OpenSession session,
      DatasetSource datasets,
      FailurePolicy policy,
      BlasCore core,
      StageStore store,
      TrialEvents events) {
    this.context = JavaSparkContext.fromSparkContext(session.spark().sparkContext());
    this.shipment = new Shipment(context, datasets);
    this.jobs = new Jobs(context, core, shipment);
    this.policy = policy;
    this.store = store;
    this.events = events;
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
      throw context.sc().isStopped() ? ClusterException.lost(e) : e;
    }
  }

  private void run(JobQueue queue) {
    boolean goesOn = true;
    while (goesOn && !(jobs.running().isEmpty() && queue.isEmpty())) {
      while (jobs.haveRoom() && !queue.isEmpty()) {
        start(queue.next(), queue);
      }
      tellRunning();
      goesOn = take(jobs.takeEnded(), queue);
    }
  }

  private void start(SweepJob job, JobQueue queue) {
    Optional<Checkpoint> kept =
        job.planned() instanceof PlannedStage stage ? store.find(stage.spec()) : Optional.empty();
    if (kept.isPresent()) {
      reached(kept.get(), queue);
      release(job, queue);
    } else {
      jobs.submit(job);
    }
  }

  private void tellRunning() {
    int all = jobs.running().size();
    int trials =
        (int) jobs.running().stream().filter(job -> job.planned() instanceof PlannedTrial).count();
    events.running(trials, all - trials);
  }

  /** Handles the jobs that ended; returns false when the policy says that no more are to run. */
  private boolean take(List<JobResult> batch, JobQueue queue) {
    List<TrialOutcome> trials = all(JobResult.Trial.class, batch, JobResult.Trial::outcome);
    List<StageOutcome> stages = all(JobResult.Stage.class, batch, JobResult.Stage::outcome);
    if (!trials.isEmpty()) {
      events.finished(trials);
      metrics.count(trials);
    }
    all(StageOutcome.Reached.class, stages, StageOutcome.Reached::checkpoint).forEach(store::keep);
    requireNoneLost(batch);
    stages.forEach(stage -> ended(stage, queue));
    batch.forEach(one -> release(one.job(), queue));
    return policy == FailurePolicy.GO_ON
        || trials.stream().noneMatch(TrialOutcome.Failed.class::isInstance);
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
    shipment.add(checkpoint);
    queue.reached(checkpoint.stage().id());
  }

  /** Drops the stages that only {@code job} still needed. */
  private void release(SweepJob job, JobQueue queue) {
    queue
        .ended(job)
        .forEach(
            stage -> {
              shipment.remove(stage);
              store.drop(stage);
            });
  }

  /** Cancels what still runs. */
  @Override
  public void close() {
    jobs.close();
    metrics.close();
  }
}
