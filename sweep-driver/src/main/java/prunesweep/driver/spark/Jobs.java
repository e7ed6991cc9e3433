package prunesweep.driver.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.trial.TrialOutcome;

/** Spark jobs of one task each, each with a thread of the driver that waits for it. */
final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final String GROUP = "prunesweep";
  private static final long POLL_MILLIS = 200;

  private final JavaSparkContext context;
  private final BlasCore core;
  private final Shipment shipment;
  private final Set<SweepJob> running = new HashSet<>();
  private final ExecutorService submitters = Executors.newCachedThreadPool(Jobs::thread);
  private final BlockingQueue<JobResult> ended = new LinkedBlockingQueue<>();

  Jobs(JavaSparkContext context, BlasCore core, Shipment shipment) {
    this.context = context;
    this.core = core;
    this.shipment = shipment;
  }

  /** A thread that does not keep the driver alive. */
  private static Thread thread(Runnable wait) {
    Thread thread = new Thread(wait, "job-submitter");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Returns true when another job finds a slot. There are as many slots as the executors of this
   * moment have cores, two while there are no executors.
   */
  boolean haveRoom() {
    return running.size() < context.defaultParallelism();
  }

  /** The jobs that were submitted and not yet returned by {@link #takeEnded}. */
  Set<SweepJob> running() {
    return running;
  }

  /** Submits {@code job}, with its data set and checkpoints. */
  void submit(SweepJob job) {
    Callable<JobResult> call =
        job.planned() instanceof PlannedStage stage
            ? call(job, stage)
            : call(job, (PlannedTrial) job.planned());
    running.add(job);
    submitters.execute(() -> ended.add(end(job, call)));
  }

  private Callable<JobResult> call(SweepJob job, PlannedTrial trial) {
    TrialJob function =
        new TrialJob(
            shipment.dataset(trial),
            shipment.checkpoint(job.start()),
            shipment.checkpoint(job.dense()));
    return () -> new JobResult.Trial(job, run(trial, trial.spec(), function));
  }

  private Callable<JobResult> call(SweepJob job, PlannedStage stage) {
    StageJob function = new StageJob(shipment.dataset(stage), shipment.checkpoint(job.start()));
    return () -> new JobResult.Stage(job, run(stage, stage.spec(), function));
  }

  private <S, O> O run(Planned planned, S spec, Function<S, O> function) {
    context.setJobGroup(GROUP, planned.description(), true);
    TaskResult<O> result =
        context
            .parallelize(List.of(spec), 1)
            .map(new CheckedJob<>(core, function))
            .collect()
            .get(0);
    if (result instanceof TaskResult.Refused<O> refused) {
      throw new ClusterException(refused.sentence());
    }
    return ((TaskResult.Completed<O>) result).outcome();
  }

  private JobResult end(SweepJob job, Callable<JobResult> call) {
    Stopwatch stopwatch = Stopwatch.started();
    try {
      return call.call();
    } catch (ClusterException refused) {
      return new JobResult.Lost(job, refused);
    } catch (Throwable failure) {
      if (context.sc().isStopped() || !(failure instanceof SparkException)) {
        return new JobResult.Lost(job, ClusterException.lost(failure));
      }
      LOG.error("Spark failed at {}", job.planned().label(), failure);
      return deadly(job, Sessions.firstLine(failure), stopwatch.seconds());
    }
  }

  /** The result of a job whose task Spark has tried as often as it may: it ends its executors. */
  private static JobResult deadly(SweepJob job, String reason, double seconds) {
    FailureKind kind = FailureKind.RESOURCE;
    if (job.planned() instanceof PlannedStage stage) {
      return new JobResult.Stage(job, new StageOutcome.Failed(stage.spec(), kind, reason));
    }
    PlannedTrial trial = (PlannedTrial) job.planned();
    return new JobResult.Trial(job, new TrialOutcome.Failed(trial.spec(), kind, reason, seconds));
  }

  /** Results of the jobs that ended since the last call; waits a moment when there are none. */
  List<JobResult> takeEnded() {
    List<JobResult> batch = new ArrayList<>();
    try {
      JobResult first = ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        ended.drainTo(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("The sweep was interrupted", e);
    }
    batch.forEach(one -> running.remove(one.job()));
    return batch;
  }

  /** Cancels what still runs. */
  @Override
  public void close() {
    context.cancelJobGroup(GROUP);
    submitters.shutdownNow();
  }
}
