package prunesweep.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrentWorkloadTest {

  /** Counts its steps; waits at its first ones until all others have begun too. */
  private record Counting(AtomicInteger steps, CountDownLatch begun) implements Workload {

    @Override
    public double[] run(int count) {
      if (steps.getAndAdd(count) == 0) {
        begun.countDown();
        awaitAll();
      }
      return new double[] {0};
    }

    private void awaitAll() {
      try {
        begun.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Map<String, String> facts() {
      return Map.of();
    }
  }

  @Test
  void takesAsManyStepsForEachWorkAndAllTakePart() {
    CountDownLatch begun = new CountDownLatch(2);
    Counting one = new Counting(new AtomicInteger(), begun);
    Counting other = new Counting(new AtomicInteger(), begun);
    double[] seconds = new ConcurrentWorkload(List.of(one, other)).run(53);

    assertThat(seconds).hasSize(1);
    assertThat(seconds[0]).isPositive();
    assertThat(one.steps.get()).isPositive();
    assertThat(other.steps.get()).isPositive();
    assertThat(one.steps.get() + other.steps.get()).isEqualTo(106);
  }
}
