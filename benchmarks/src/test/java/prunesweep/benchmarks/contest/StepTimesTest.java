package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StepTimesTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void isMillisecondsOfOneStep() {
    StepTimes series = new StepTimes();
    series.add(new double[] {0.5}, 100);
    assertThat(series.milliseconds()).containsExactly(5);
  }

  @Test
  void addsPartsUpAndKeepsThemApart() {
    StepTimes series = new StepTimes();
    series.add(new double[] {1, 3}, 1000);
    series.add(new double[] {2, 5}, 1000);
    assertThat(series.milliseconds()).containsExactly(4, 7);
    assertThat(series.part(0)).isEqualTo(new Summary(1.5, 1, 2));
    assertThat(series.part(1)).isEqualTo(new Summary(4, 3, 5));
  }

  /** The machine became ten times slower for one round: the ratio did not. */
  @Test
  void comparesWithinEachRound() {
    StepTimes dense = series(1, 10, 1.5);
    StepTimes twice = series(2, 20, 3);
    assertThat(twice.over(dense, 1)).isEqualTo(new Summary(2, 2, 2));
    assertThat(dense.over(twice, 2).median()).isCloseTo(1, EXACT);
  }

  static StepTimes series(double... milliseconds) {
    StepTimes series = new StepTimes();
    for (double each : milliseconds) {
      series.add(new double[] {each}, 1000);
    }
    return series;
  }
}
