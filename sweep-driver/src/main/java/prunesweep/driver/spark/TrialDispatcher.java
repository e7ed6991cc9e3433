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
 * there are slots. So a trial fails, is tried again or is cancelled on its own, and Spark's
 * scheduler places it. A checkpoint comes back to the driver and goes out with the jobs that go on
 * from it: no disk need be shared.
 */
public final class TrialDispatcher implements AutoCloseable {

  private final JavaSparkContext context;
  private final Shipment shipment;
  private final Jobs jobs;
  private final FailurePolicy policy;
  private final StageStore store;
  private final TrialEvents events;

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
   * @param stages what they share
   * @throws ClusterException if the cluster is lost; what finished before was handed to events
   */
  public void run(Collection<PlannedTrial> trials, StagePlan stages) {
    try {
      run(new Agenda(trials, stages));
    } catch (IllegalStateException e) {
      throw context.sc().isStopped() ? ClusterException.lost(e) : e;
    }
  }

  private void run(Agenda agenda) {
    boolean goesOn = true;
    while (goesOn && !(jobs.running().isEmpty() && agenda.isEmpty())) {
      while (jobs.haveRoom() && !agenda.isEmpty()) {
        start(agenda.next(), agenda);
      }
      tellRunning();
      goesOn = take(jobs.takeEnded(), agenda);
    }
  }

  private void start(Work work, Agenda agenda) {
    Optional<Checkpoint> kept =
        work.planned() instanceof PlannedStage stage ? store.find(stage.spec()) : Optional.empty();
    if (kept.isPresent()) {
      reached(kept.get(), agenda);
      release(work, agenda);
    } else {
      jobs.submit(work);
    }
  }

  private void tellRunning() {
    int all = jobs.running().size();
    int trials =
        (int)
            jobs.running().stream().filter(work -> work.planned() instanceof PlannedTrial).count();
    events.running(trials, all - trials);
  }

  /** Deals with what ended; false when the policy says that no more is to run. */
  private boolean take(List<Ended> batch, Agenda agenda) {
    List<TrialOutcome> trials = all(Ended.Trial.class, batch, Ended.Trial::outcome);
    List<StageOutcome> stages = all(Ended.Stage.class, batch, Ended.Stage::outcome);
    if (!trials.isEmpty()) {
      events.finished(trials);
    }
    all(StageOutcome.Reached.class, stages, StageOutcome.Reached::checkpoint).forEach(store::keep);
    requireNoneLost(batch);
    stages.forEach(stage -> ended(stage, agenda));
    batch.forEach(one -> release(one.work(), agenda));
    return policy == FailurePolicy.GO_ON
        || trials.stream().noneMatch(TrialOutcome.Failed.class::isInstance);
  }

  private static <T, S extends T, R> List<R> all(
      Class<S> type, List<T> batch, Function<S, R> result) {
    return batch.stream().filter(type::isInstance).map(type::cast).map(result).toList();
  }

  private static void requireNoneLost(List<Ended> batch) {
    for (Ended ended : batch) {
      if (ended instanceof Ended.Lost lost) {
        throw lost.why();
      }
    }
  }

  private void ended(StageOutcome outcome, Agenda agenda) {
    if (outcome instanceof StageOutcome.Reached reached) {
      reached(reached.checkpoint(), agenda);
    } else if (outcome instanceof StageOutcome.Failed failed) {
      StageId stage = failed.stage().id();
      events.stageFailed(stage, failed.message(), agenda.failed(stage));
    }
  }

  private void reached(Checkpoint checkpoint, Agenda agenda) {
    shipment.add(checkpoint);
    agenda.reached(checkpoint.stage().id());
  }

  /** What the work went on from is dropped when it was the last to. */
  private void release(Work work, Agenda agenda) {
    agenda
        .ended(work)
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
  }
}
