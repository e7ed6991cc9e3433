package prunesweep.driver.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.commons.lang3.StringUtils;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.AsyncRDDActions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext$;
import scala.util.Try;

/** Spark jobs of one task each; none of them keeps a thread of the driver waiting. */
final class SparkJobs implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(SparkJobs.class);
  private static final String GROUP = "prunesweep";
  private static final long POLL_MILLIS = 200;

  private final JavaSparkContext context;
  private final BlasCore core;
  private final Shipment shipment;
  private final Slots slots;
  private final TrialMetrics metrics = TrialMetrics.registered();
  private final Set<SweepJob> running = new HashSet<>();
  private final Map<SweepJob, FutureAction<?>> actions = new HashMap<>();
  private final BlockingQueue<JobResult> ended = new LinkedBlockingQueue<>();

  SparkJobs(OpenSession session, BlasCore core, DatasetSource datasets) {
    this.context = JavaSparkContext.fromSparkContext(session.spark().sparkContext());
    this.core = core;
    this.shipment = new Shipment(context, datasets);
    this.slots = new Slots(context);
  }

  @Override
  public boolean haveRoom() {
    return running.size() < slots.now();
  }

  @Override
  public int slots() {
    return slots.atOnce();
  }

  @Override
  public Set<SweepJob> running() {
    return running;
  }

  @Override
  public void add(Checkpoint checkpoint) {
    shipment.add(checkpoint);
  }

  @Override
  public void remove(StageId stage) {
    shipment.remove(stage);
  }

  @Override
  public void submit(SweepJob job, StateInterval interval) {
    running.add(job);
    if (job.planned() instanceof PlannedStage stage) {
      submit(job, stage, interval);
    } else {
      submit(job, (PlannedTrial) job.planned(), interval);
    }
  }

  private void submit(SweepJob job, PlannedTrial trial, StateInterval interval) {
    TrialJob function =
        new TrialJob(
            shipment.dataset(trial),
            shipment.checkpoint(job.start()),
            shipment.checkpoint(job.dense()),
            interval);
    submit(
        job,
        trial.spec(),
        function,
        (outcome, seconds) -> new JobResult.Trial(job, outcome, seconds));
  }

  private void submit(SweepJob job, PlannedStage stage, StateInterval interval) {
    StageJob function =
        new StageJob(shipment.dataset(stage), shipment.checkpoint(job.start()), interval);
    submit(
        job,
        stage.spec(),
        function,
        (outcome, seconds) -> new JobResult.Stage(job, outcome, seconds));
  }

  private <S, O> void submit(
      SweepJob job, S spec, Function<S, O> function, BiFunction<O, Double, JobResult> result) {
    Stopwatch stopwatch = Stopwatch.started();
    context.setJobGroup(GROUP, job.planned().description(), true);
    JavaRDD<TaskResult<O>> task =
        context.parallelize(List.of(spec), 1).map(new CheckedJob<>(core, function));
    FutureAction<Seq<TaskResult<O>>> action =
        new AsyncRDDActions<>(task.rdd(), task.classTag()).collectAsync();
    actions.put(job, action);
    action.onComplete(
        end -> ended.add(result(job, end, result, stopwatch.seconds())),
        ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
  }

  private <O> JobResult result(
      SweepJob job,
      Try<Seq<TaskResult<O>>> end,
      BiFunction<O, Double, JobResult> result,
      double seconds) {
    if (end.isFailure()) {
      return broken(job, end.failed().get(), seconds);
    }
    TaskResult<O> only = end.get().head();
    return only instanceof TaskResult.Refused<O> refused
        ? new JobResult.Lost(job, new ClusterException(refused.sentence()), seconds)
        : result.apply(((TaskResult.Completed<O>) only).outcome(), seconds);
  }

  private JobResult broken(SweepJob job, Throwable failure, double seconds) {
    if (isLost() || !(failure instanceof SparkException)) {
      return new JobResult.Lost(job, ClusterException.lost(failure), seconds);
    }
    LOG.warn("Spark failed at {}", job.planned().label(), failure);
    return new JobResult.Broken(job, reason(failure), seconds);
  }

  /** The reason of a lost executor stands at the end. */
  private static String reason(Throwable failure) {
    return StringUtils.substringAfterLast(" Reason: " + Sessions.firstLine(failure), "Reason: ");
  }

  @Override
  public void cancel(SweepJob job) {
    FutureAction<?> action = actions.get(job);
    if (action != null) {
      action.cancel();
    }
  }

  @Override
  public boolean hasEnded() {
    return !ended.isEmpty();
  }

  @Override
  public List<JobResult> takeEnded() {
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
    for (JobResult one : batch) {
      running.remove(one.job());
      actions.remove(one.job());
    }
    return batch;
  }

  @Override
  public boolean isLost() {
    return context.sc().isStopped();
  }

  @Override
  public void count(List<TrialOutcome> outcomes) {
    metrics.count(outcomes);
  }

  @Override
  public void close() {
    context.cancelJobGroup(GROUP);
    metrics.close();
  }
}
