package prunesweep.benchmarks.peer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several workloads at once, each on a thread of its own: for each step asked for, the wall clock
 * of as many steps as there are workloads. A thread that is done takes the next few steps, as a
 * slot of a sweep takes the next trial, so that all threads are busy to the end.
 */
final class ConcurrentWorkload implements Workload {

  /** Steps taken at once: few beside the hundreds of a round. */
  private static final int SLICE = 10;

  private final List<Workload> workloads;

  ConcurrentWorkload(List<Workload> workloads) {
    this.workloads = workloads;
  }

  @Override
  public double[] run(int steps) {
    return new double[] {Seconds.of(() -> runAll(steps * workloads.size()))};
  }

  private void runAll(int steps) {
    AtomicInteger taken = new AtomicInteger();
    CompletableFuture<?>[] running =
        workloads.stream()
            .map(
                workload ->
                    CompletableFuture.runAsync(
                        () -> share(workload, taken, steps), ConcurrentWorkload::start))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(running).join();
  }

  private static void share(Workload workload, AtomicInteger taken, int steps) {
    for (int from = taken.getAndAdd(SLICE); from < steps; from = taken.getAndAdd(SLICE)) {
      workload.run(Math.min(SLICE, steps - from));
    }
  }

  private static void start(Runnable run) {
    new Thread(run, "at-once").start();
  }

  @Override
  public Map<String, String> facts() {
    return workloads.get(0).facts();
  }
}
