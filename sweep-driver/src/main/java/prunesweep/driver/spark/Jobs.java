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
  private final Set<Work> running = new HashSet<>();
  private final ExecutorService submitters = Executors.newCachedThreadPool(Jobs::thread);
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  Jobs(JavaSparkContext context, BlasCore core, Shipment shipment) {
    this.context = context;
    this.core = core;
    this.shipment = shipment;
  }

  /** The driver may end without these threads. */
  private static Thread thread(Runnable wait) {
    Thread thread = new Thread(wait, "job-submitter");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Whether another job finds a slot: there are as many as the executors of this moment have cores,
   * two while there are none.
   */
  boolean haveRoom() {
    return running.size() < context.defaultParallelism();
  }

  /** Jobs submitted and not taken back by {@link #takeEnded}. */
  Set<Work> running() {
    return running;
  }

  /** Runs {@code work}; its data set and checkpoint go along. */
  void submit(Work work) {
    Callable<Ended> job =
        work.planned() instanceof PlannedStage stage
            ? job(work, stage)
            : job(work, (PlannedTrial) work.planned());
    running.add(work);
    submitters.execute(() -> ended.add(end(work, job)));
  }

  private Callable<Ended> job(Work work, PlannedTrial trial) {
    TrialJob job =
        new TrialJob(
            shipment.dataset(trial),
            shipment.checkpoint(work.start()),
            shipment.checkpoint(work.dense()));
    return () -> new Ended.Trial(work, run(trial.label(), trial.spec(), job));
  }

  private Callable<Ended> job(Work work, PlannedStage stage) {
    StageJob job = new StageJob(shipment.dataset(stage), shipment.checkpoint(work.start()));
    return () -> new Ended.Stage(work, run(stage.label(), stage.spec(), job));
  }

  private <S, O> O run(String label, S spec, Function<S, O> job) {
    context.setJobGroup(GROUP, label, true);
    Answer<O> answer =
        context.parallelize(List.of(spec), 1).map(new CheckedJob<>(core, job)).collect().get(0);
    if (answer instanceof Answer.Refused<O> refused) {
      throw new ClusterException(refused.sentence());
    }
    return ((Answer.Ran<O>) answer).outcome();
  }

  private Ended end(Work work, Callable<Ended> job) {
    Stopwatch stopwatch = Stopwatch.started();
    try {
      return job.call();
    } catch (ClusterException refused) {
      return new Ended.Lost(work, refused);
    } catch (Throwable failure) {
      if (context.sc().isStopped() || !(failure instanceof SparkException)) {
        return new Ended.Lost(work, ClusterException.lost(failure));
      }
      LOG.error("Spark failed at {}", work.planned().label(), failure);
      return deadly(work, Sessions.firstLine(failure), stopwatch.seconds());
    }
  }

  /** Spark has tried the task again as often as it may: this work costs executors their life. */
  private static Ended deadly(Work work, String reason, double seconds) {
    FailureKind kind = FailureKind.RESOURCE;
    if (work.planned() instanceof PlannedStage stage) {
      return new Ended.Stage(work, new StageOutcome.Failed(stage.spec(), kind, reason));
    }
    PlannedTrial trial = (PlannedTrial) work.planned();
    return new Ended.Trial(work, new TrialOutcome.Failed(trial.spec(), kind, reason, seconds));
  }

  /** The jobs that ended since the last call; waits a moment when there are none. */
  List<Ended> takeEnded() {
    List<Ended> batch = new ArrayList<>();
    try {
      Ended first = ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        ended.drainTo(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("The sweep was interrupted", e);
    }
    batch.forEach(one -> running.remove(one.work()));
    return batch;
  }

  /** Cancels what still runs. */
  @Override
  public void close() {
    context.cancelJobGroup(GROUP);
    submitters.shutdownNow();
  }
}
