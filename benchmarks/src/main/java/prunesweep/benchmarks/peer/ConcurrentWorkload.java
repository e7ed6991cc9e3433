package prunesweep.benchmarks.peer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several works at once, each on a thread of its own: the wall clock of as many steps as there are
 * works for each step asked for. Who is done takes the next few steps, as a slot of a sweep takes
 * the next trial: so all work to the end, and a thread that was held up costs what it lost.
 */
final class AtOnceWork implements Work {

  /** Steps taken at once: few beside the hundreds of a round. */
  private static final int SLICE = 10;

  private final List<Work> works;

  AtOnceWork(List<Work> works) {
    this.works = works;
  }

  @Override
  public double[] run(int steps) {
    return new double[] {Seconds.of(() -> runAll(steps * works.size()))};
  }

  private void runAll(int steps) {
    AtomicInteger taken = new AtomicInteger();
    CompletableFuture<?>[] running =
        works.stream()
            .map(
                work ->
                    CompletableFuture.runAsync(() -> share(work, taken, steps), AtOnceWork::start))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(running).join();
  }

  private static void share(Work work, AtomicInteger taken, int steps) {
    for (int from = taken.getAndAdd(SLICE); from < steps; from = taken.getAndAdd(SLICE)) {
      work.run(Math.min(SLICE, steps - from));
    }
  }

  private static void start(Runnable run) {
    new Thread(run, "at-once").start();
  }

  @Override
  public Map<String, String> facts() {
    return works.get(0).facts();
  }
}
