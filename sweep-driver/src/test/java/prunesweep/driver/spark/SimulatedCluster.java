package prunesweep.driver.spark;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Standing;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * Cluster whose tasks take simulated time and tell the driver what real ones tell: that they begin,
 * each epoch, and states. Executors die at times drawn from a seed, and by deadly trials; half a
 * minute later another one is there.
 */
final class SimulatedCluster implements Jobs {

  private static final long SECOND = 1_000_000_000;
  private static final long POLL_NANOS = SECOND / 5;
  private static final long REPLACED_NANOS = 30 * SECOND;

  private final Size size;
  private final SimulatedTasks tasks;
  private final SimulatedClock clock;
  private final DriverEnd driver = new DriverEnd();
  private final RandomGenerator random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at));
  private final Map<WorkId, Task> underway = new HashMap<>();
  private final Map<StageId, Long> reached = new HashMap<>();
  private final Deque<Slot> free = new ArrayDeque<>();
  private final Set<Integer> dead = new HashSet<>();
  private final Set<SweepJob> running = new HashSet<>();
  private List<JobResult> ended = new ArrayList<>();
  private final Map<WorkId, Integer> losses = new HashMap<>();
  private long longestWait;
  private long waits;
  private long submitted;
  private long stageFailedAt;
  private long trainedEpochs;
  private int lost;

  /**
   * How large the cluster is.
   *
   * @param executors from 1
   * @param slots of each executor, from 1
   * @param lossEvery mean time from one lost executor to the next
   */
  record Size(int executors, int slots, Duration lossEvery) {}

  private record Slot(int executor, long freeSince) {}

  /** Something that happens at {@code at}, nanoseconds of the clock. */
  private record Event(long at, Runnable happens) {}

  /** A task that runs. */
  private final class Task {

    private final SweepJob job;
    private final int executor;
    private final long begun = clock.nanos();
    private final StateInterval interval;
    private final SimulatedTasks.Length length;
    private long leftAt = begun;
    private int epoch;

    Task(SweepJob job, int executor, StateInterval interval) {
      this.job = job;
      this.executor = executor;
      this.interval = interval;
      this.length = tasks.length(job.planned());
    }

    WorkId work() {
      return job.planned().work();
    }

    void begin() {
      String name = Integer.toString(executor);
      byte[] state = (byte[]) driver.receive(new Message.Begun(work(), "host-" + name, name));
      epoch = state.length == 0 ? 0 : ByteBuffer.wrap(state).getInt();
      if (!tasks.hangs(job.planned())) {
        awaitEpoch(begun);
      }
    }

    private void awaitEpoch(long from) {
      events.add(new Event(from + length.epochNanos(), () -> endEpoch(from + length.epochNanos())));
    }

    private void endEpoch(long at) {
      if (underway.get(work()) != this) {
        return;
      }
      if (tasks.isDeadly(job.planned())) {
        lose(executor, at);
        return;
      }
      epoch++;
      trainedEpochs++;
      driver.receive(new Message.EpochEnded(work(), standing()));
      if (interval.isDue(at - leftAt)) {
        leftAt = at;
        byte[] state = ByteBuffer.allocate(Integer.BYTES).putInt(epoch).array();
        driver.receive(new Message.StateLeft(work(), state));
      }
      if (epoch < length.epochs()) {
        awaitEpoch(at);
      } else {
        end(this, tasks.result(job, length, seconds(this, at)), at);
      }
    }

    private Standing standing() {
      return new Standing("training", epoch, epoch, 0, 0.5, 0.5, 0);
    }
  }

  /** A cluster of {@code size}, of which nothing runs yet. */
  SimulatedCluster(Size size, SimulatedTasks tasks, SimulatedClock clock) {
    this.size = size;
    this.tasks = tasks;
    this.clock = clock;
    this.random = RandomStream.of(tasks.seed(), "losses", 0);
    for (int slot = 0; slot < size.slots(); slot++) {
      for (int executor = 0; executor < size.executors(); executor++) {
        free.add(new Slot(executor, 0));
      }
    }
    awaitLoss(0);
  }

  private void awaitLoss(long from) {
    long at = from - (long) (Math.log(1 - random.nextDouble()) * size.lossEvery().toNanos());
    events.add(
        new Event(
            at,
            () -> {
              lose(random.nextInt(size.executors()), at);
              awaitLoss(at);
            }));
  }

  private void lose(int executor, long at) {
    if (!dead.add(executor)) {
      return;
    }
    lost++;
    for (Task task : List.copyOf(underway.values())) {
      if (task.executor == executor) {
        losses.merge(task.work(), 1, Integer::sum);
        end(task, new JobResult.Broken(task.job, "It died", seconds(task, at)), at);
      }
    }
    free.removeIf(slot -> slot.executor() == executor);
    events.add(new Event(at + REPLACED_NANOS, () -> replace(executor, at + REPLACED_NANOS)));
  }

  private static double seconds(Task task, long until) {
    return (until - task.begun) / (double) SECOND;
  }

  private void replace(int executor, long at) {
    dead.remove(executor);
    for (int slot = 0; slot < size.slots(); slot++) {
      free.add(new Slot(executor, at));
    }
  }

  private void end(Task task, JobResult result, long at) {
    underway.remove(task.work());
    ended.add(result);
    if (result instanceof JobResult.Stage stage) {
      reached.put(stage.outcome().stage().id(), at);
    }
    if (!dead.contains(task.executor)) {
      free.add(new Slot(task.executor, at));
    }
  }

  /** Lets happen what was to happen until now. */
  private void catchUp() {
    for (Event next = events.peek();
        next != null && next.at() <= clock.nanos();
        next = events.peek()) {
      events.remove().happens().run();
    }
  }

  /** Does {@code work} of the simulation, which takes no simulated time. */
  private void asIfAtOnce(Runnable work) {
    clock.stop();
    try {
      work.run();
    } finally {
      clock.go();
    }
  }

  @Override
  public boolean haveRoom() {
    return running.size() < slots();
  }

  @Override
  public int slots() {
    return (size.executors() - dead.size()) * size.slots();
  }

  @Override
  public Set<SweepJob> running() {
    return running;
  }

  @Override
  public void add(Checkpoint checkpoint) {}

  @Override
  public void remove(StageId stage) {}

  @Override
  public void submit(SweepJob job, StateInterval interval) {
    running.add(job);
    asIfAtOnce(() -> place(job, interval));
  }

  private void place(SweepJob job, StateInterval interval) {
    Slot slot = free.remove();
    long readySince =
        job.needs().stream()
            .mapToLong(stage -> reached.getOrDefault(stage, 0L))
            .reduce(stageFailedAt, Math::max);
    if (losses(job.planned().work()) == 0) {
      count(clock.nanos() - Math.max(slot.freeSince(), readySince));
    }
    Task task = new Task(job, slot.executor(), interval);
    underway.put(task.work(), task);
    task.begin();
  }

  /** What has lost an executor waits until it may run again, however many slots are free. */
  private void count(long wait) {
    longestWait = Math.max(longestWait, wait);
    waits += wait;
    submitted++;
  }

  @Override
  public void cancel(SweepJob job) {
    asIfAtOnce(
        () -> {
          Task task = underway.get(job.planned().work());
          if (task != null) {
            end(task, new JobResult.Broken(job, "It was cancelled", 0), clock.nanos());
          }
        });
  }

  @Override
  public boolean hasEnded() {
    asIfAtOnce(this::catchUp);
    return !ended.isEmpty();
  }

  @Override
  public List<JobResult> takeEnded() {
    asIfAtOnce(this::await);
    List<JobResult> batch = ended;
    ended = new ArrayList<>();
    batch.forEach(one -> running.remove(one.job()));
    return batch;
  }

  private void await() {
    long until = clock.nanos() + POLL_NANOS;
    catchUp();
    while (ended.isEmpty() && clock.nanos() < until) {
      Event next = events.peek();
      clock.skipTo(next == null ? until : Math.min(until, next.at()));
      catchUp();
    }
  }

  @Override
  public boolean isLost() {
    return false;
  }

  @Override
  public void count(List<TrialOutcome> outcomes) {}

  @Override
  public void close() {}

  /** Takes that a stage failed, so that trials are ready now which need it no more. */
  void stageFailed() {
    stageFailedAt = clock.nanos();
  }

  /** Seconds of the longest wait of a slot for a job that could have run. */
  double longestWait() {
    return longestWait / (double) SECOND;
  }

  /** Seconds of such a wait in the mean. */
  double meanWait() {
    return waits / (double) SECOND / submitted;
  }

  /** How many executors died under {@code work}. */
  int losses(WorkId work) {
    return losses.getOrDefault(work, 0);
  }

  /** Executors that died. */
  int lost() {
    return lost;
  }

  /** Epochs that all tasks trained, those of lost executors included. */
  long trainedEpochs() {
    return trainedEpochs;
  }
}
