package prunesweep.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void beginsAgainAfterTheLastWholeBatch() {
    Batches batches = new Batches(new int[] {4, 3, 2, 1, 0}, 2);
    assertThat(batches.take(1)).containsExactly(4, 3);
    assertThat(batches.take(2)).containsExactly(2, 1, 4, 3);
    assertThat(batches.take(1)).containsExactly(2, 1);
  }
}
