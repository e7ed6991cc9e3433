package prunesweep.driver.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.spec.TrialSpec;

/**
 * Runs trials as Spark jobs of one task each, as many at once as there are slots. So a trial fails,
 * is tried again or is cancelled on its own, and Spark's scheduler places it.
 */
public final class TrialDispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrialDispatcher.class);
  private static final String GROUP = "prunesweep";
  private static final long POLL_MILLIS = 200;

  private final JavaSparkContext context;
  private final DatasetSource datasets;
  private final FailurePolicy policy;
  private final BlasCore core;
  private final Map<DatasetSource.Key, Broadcast<Dataset>> broadcasts = new HashMap<>();
  private final ExecutorService submitters = Executors.newCachedThreadPool(Submitter::thread);
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** What became of a job: an outcome, or the exception that ended the sweep. */
  private sealed interface Ended {
    record WithOutcome(TrialOutcome outcome) implements Ended {}

    record Lost(ClusterException why) implements Ended {}
  }

  /** A dispatcher on {@code session} whose trials run OpenBLAS with the kernels of {@code core}. */
  public TrialDispatcher(
      OpenSession session, DatasetSource datasets, FailurePolicy policy, BlasCore core) {
    this.context = JavaSparkContext.fromSparkContext(session.spark().sparkContext());
    this.datasets = datasets;
    this.policy = policy;
    this.core = core;
  }

  /**
   * Runs all {@code trials} and returns when each has an outcome, or earlier if the policy says so.
   *
   * @throws ClusterException if the cluster is lost; what finished before was handed to events
   */
  public void run(Collection<PlannedTrial> trials, TrialEvents events) {
    Deque<PlannedTrial> waiting = new ArrayDeque<>(trials);
    int running = 0;
    while (running > 0 || !waiting.isEmpty()) {
      while (running < slots() && !waiting.isEmpty()) {
        submit(waiting.remove());
        running++;
      }
      events.running(running);
      List<Ended> batch = nextEnded();
      List<TrialOutcome> outcomes = outcomes(batch);
      running -= outcomes.size();
      if (!outcomes.isEmpty()) {
        events.finished(outcomes);
      }
      requireNoneLost(batch);
      if (policy == FailurePolicy.STOP && outcomes.stream().anyMatch(TrialDispatcher::isFailed)) {
        return;
      }
    }
  }

  /** The cores of the executors there are now, as Spark counts them; two while there are none. */
  private int slots() {
    return context.defaultParallelism();
  }

  private static boolean isFailed(TrialOutcome outcome) {
    return outcome instanceof TrialOutcome.Failed;
  }

  private void submit(PlannedTrial trial) {
    Broadcast<Dataset> dataset =
        broadcasts.computeIfAbsent(
            DatasetSource.Key.of(trial), key -> context.broadcast(datasets.load(key)));
    submitters.execute(() -> ended.add(runJob(trial.spec(), dataset)));
  }

  private Ended runJob(TrialSpec spec, Broadcast<Dataset> dataset) {
    context.setJobGroup(GROUP, "trial " + spec.id(), true);
    Stopwatch stopwatch = Stopwatch.started();
    try {
      List<TrialAnswer> answers =
          context.parallelize(List.of(spec), 1).map(new TrialJob(dataset, core)).collect();
      return ended(answers.get(0));
    } catch (Throwable failure) {
      return ended(spec, failure, stopwatch.seconds());
    }
  }

  private static Ended ended(TrialAnswer answer) {
    return answer instanceof TrialAnswer.Ran ran
        ? new Ended.WithOutcome(ran.outcome())
        : new Ended.Lost(new ClusterException(((TrialAnswer.Refused) answer).sentence()));
  }

  /** Spark has tried the task again as often as it may: this trial costs executors their life. */
  private Ended ended(TrialSpec spec, Throwable failure, double seconds) {
    if (context.sc().isStopped() || !(failure instanceof SparkException)) {
      return new Ended.Lost(ClusterException.lost(failure));
    }
    LOG.error("Trial {} failed on Spark", spec.id(), failure);
    return new Ended.WithOutcome(
        new TrialOutcome.Failed(spec, FailureKind.RESOURCE, Sessions.firstLine(failure), seconds));
  }

  private List<Ended> nextEnded() {
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
    return batch;
  }

  private static List<TrialOutcome> outcomes(List<Ended> batch) {
    return batch.stream()
        .filter(Ended.WithOutcome.class::isInstance)
        .map(ended -> ((Ended.WithOutcome) ended).outcome())
        .toList();
  }

  private static void requireNoneLost(List<Ended> batch) {
    for (Ended ended : batch) {
      if (ended instanceof Ended.Lost lost) {
        throw lost.why();
      }
    }
  }

  /** Cancels what still runs. */
  @Override
  public void close() {
    context.cancelJobGroup(GROUP);
    submitters.shutdownNow();
  }

  /** Threads that wait for a job each; the driver may end without them. */
  private static final class Submitter {
    static Thread thread(Runnable work) {
      Thread thread = new Thread(work, "trial-submitter");
      thread.setDaemon(true);
      return thread;
    }
  }
}
