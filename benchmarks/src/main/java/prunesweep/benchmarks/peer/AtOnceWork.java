package prunesweep.benchmarks.peer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Several works that start together, each on a thread of its own: the wall clock of all. */
final class AtOnceWork implements Work {

  private final List<Work> works;

  AtOnceWork(List<Work> works) {
    this.works = works;
  }

  @Override
  public double[] run(int steps) {
    return new double[] {Seconds.of(() -> runAll(steps))};
  }

  private void runAll(int steps) {
    CompletableFuture<?>[] running =
        works.stream()
            .map(work -> CompletableFuture.runAsync(() -> work.run(steps), AtOnceWork::start))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(running).join();
  }

  private static void start(Runnable run) {
    new Thread(run, "at-once").start();
  }

  @Override
  public Map<String, String> facts() {
    return works.get(0).facts();
  }
}
