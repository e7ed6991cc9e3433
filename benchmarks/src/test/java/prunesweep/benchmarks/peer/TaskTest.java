package prunesweep.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.benchmarks.subject.Subject;

/** Every task can be prepared and done again and again on real images. */
class TaskTest {

  private static final Subject SAMPLE = Subject.of("fashion-mnist-sample");

  @ParameterizedTest
  @EnumSource(Task.class)
  void takesTimeForEachPart(Task task) {
    Work work = task.prepare(SAMPLE);
    int parts = task == Task.OPENBLAS_PRODUCTS ? 14 : 1;
    for (int steps = 1; steps <= 2; steps++) {
      double[] seconds = work.run(steps);
      assertThat(seconds).hasSize(parts);
      assertThat(Arrays.stream(seconds).min().orElseThrow()).isPositive();
    }
    assertThat(work.facts()).isNotEmpty();
  }
}
