package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void takesTheMiddleOfAnOddNumber() {
    assertThat(Summary.of(new double[] {9, 1, 4})).isEqualTo(new Summary(4, 1, 9));
    assertThat(Summary.of(new double[] {3})).isEqualTo(new Summary(3, 3, 3));
  }

  @Test
  void takesTheMeanOfTheMiddleTwoOfAnEvenNumber() {
    assertThat(Summary.of(new double[] {10, 1, 2, 4})).isEqualTo(new Summary(3, 1, 10));
  }

  @Test
  void leavesTheValuesInTheirOrder() {
    double[] values = {2, 1};
    assertThat(Summary.of(values).median()).isEqualTo(1.5);
    assertThat(values).containsExactly(2, 1);
  }
}
