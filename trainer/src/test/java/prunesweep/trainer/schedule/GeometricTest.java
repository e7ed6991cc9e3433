package prunesweep.trainer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.scope.Amounts;

class GeometricTest {

  private static final long PAPER_WEIGHTS = 320_700;

  /**
   * The rows of the protocol, section 4, in percent of all weights after each cycle. They are the
   * shares asked for; a cycle may leave one weight by rounding down, which shows in one place: the
   * fifth of N=10, T=80 is 60.2555 asked and 60.2544 pruned.
   */
  @ParameterizedTest(name = "N={0} T={1}")
  @CsvSource({
    "5, 0.80, 23.80 42.84 58.07 70.25 80.00",
    "5, 0.85, 25.29 45.51 61.70 74.64 85.00",
    "10, 0.80, 17.92 32.26 43.74 52.91 60.25 66.13 70.83 74.59 77.59 80.00",
    "10, 0.85, 19.04 34.28 46.47 56.22 64.02 70.26 75.25 79.25 82.44 85.00",
  })
  void addsUpToThePapersRows(int cycles, double target, String row) {
    List<Long> pruned = cumulated(amounts(schedule(target, cycles, 0.8), cycles, PAPER_WEIGHTS));

    assertThat(pruned)
        .extracting(count -> String.format(Locale.ROOT, "%.2f", 100.0 * count / PAPER_WEIGHTS))
        .containsExactly(row.split(" "));
  }

  /** Counts by rational arithmetic: Python's fractions. */
  @ParameterizedTest(name = "N={0} T={1}")
  @CsvSource({
    "5, 0.80, 76320 137376 186221 225297 256557",
    "5, 0.85, 81090 145962 197860 239378 272592",
    "10, 0.80, 57484 103471 140260 169691 193236 212072 227141 239196 248840 256555",
    "10, 0.85, 61077 109938 149027 180298 205315 225328 241338 254146 264393 272590",
  })
  void prunesTheseNumbersOfWeights(int cycles, double target, String row) {
    List<Long> pruned = cumulated(amounts(schedule(target, cycles, 0.8), cycles, PAPER_WEIGHTS));

    assertThat(pruned).extracting(String::valueOf).containsExactly(row.split(" "));
  }

  /** 0.8 x 0.8^n / 3.3616 x 320,700 by hand, rounded down. */
  @Test
  void roundsEachCycleDown() {
    Amounts schedule = schedule(0.8, 5, 0.8);

    assertThat(amounts(schedule, 5, PAPER_WEIGHTS))
        .containsExactly(76_320L, 61_056L, 48_845L, 39_076L, 31_260L);
  }

  /** 0.29 x 100 is 29 in decimals and 28.999... in binary: exactly whole amounts lose nothing. */
  @Test
  void doesNotLoseAWeightToBinaryRounding() {
    assertThat(schedule(0.29, 1, 1).of(1, 100)).isEqualTo(29);
    assertThat(amounts(schedule(0.3, 3, 1), 3, 10)).containsExactly(1L, 1L, 1L);
    // 0.75 x (1 + 0.5) / 1.5 of 8 weights: 4 and 2.
    assertThat(amounts(schedule(0.75, 2, 0.5), 2, 8)).containsExactly(4L, 2L);
  }

  @Test
  void aWeightLessIsAWeightLess() {
    assertThat(schedule(0.7, 1, 1).of(1, 9)).isEqualTo(6);
    assertThat(schedule(0.3333, 1, 1).of(1, 3)).isZero();
  }

  private static List<Long> amounts(Amounts schedule, int cycles, long weights) {
    List<Long> amounts = new ArrayList<>();
    for (int cycle = 0; cycle < cycles; cycle++) {
      amounts.add(schedule.of(cycle + 1, weights));
    }
    return amounts;
  }

  private static List<Long> cumulated(List<Long> amounts) {
    List<Long> sums = new ArrayList<>();
    long sum = 0;
    for (long amount : amounts) {
      sum += amount;
      sums.add(sum);
    }
    return sums;
  }

  private static Amounts schedule(double target, int cycles, double decay) {
    return new Amounts(Geometric.ofThePaper(decay), cycles, target);
  }

  /** 0.6 of 20 in eleven prunes of decay 0.8: one by one rounding down loses three of twelve. */
  @Test
  void reachesItsTargetWhereWhatIsGoneSoFarIsRounded() {
    Amounts each = new Amounts(Geometric.ofThePaper(0.8), 11, 0.6);
    Amounts soFar = new Amounts(new Geometric(0.8, Geometric.Rounding.SO_FAR), 11, 0.6);

    assertThat(each.inAll(20)).isEqualTo(7);
    assertThat(soFar.inAll(20)).isEqualTo(12);
    assertThat(amounts(soFar, 11, 20)).containsExactly(2L, 2L, 2L, 1L, 1L, 1L, 1L, 0L, 1L, 0L, 1L);
  }
}
