package prunesweep.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.benchmarks.subject.Subject;

/** Every task can be prepared and done again and again on real images. */
class TaskTest {

  private static final Set<Task> ALL_PRODUCTS =
      EnumSet.of(Task.VECTOR_PRODUCTS, Task.OPENBLAS_PRODUCTS);
  private static final Subject SAMPLE = Subject.of("fashion-mnist-sample");

  @ParameterizedTest
  @EnumSource(Task.class)
  void takesTimeForEachPart(Task task) {
    Workload workload = task.prepare(SAMPLE);
    int parts = ALL_PRODUCTS.contains(task) ? 14 : 1;
    for (int steps = 1; steps <= 2; steps++) {
      double[] seconds = workload.run(steps);
      assertThat(seconds).hasSize(parts);
      assertThat(Arrays.stream(seconds).min().orElseThrow()).isPositive();
    }
    assertThat(workload.facts()).isNotEmpty();
  }
}
