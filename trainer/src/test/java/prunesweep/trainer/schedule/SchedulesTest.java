package prunesweep.trainer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Named;

/** What is gone after each prune, by hand. */
class SchedulesTest {

  private static final List<Schedule> ALL =
      List.of(
          new AtOnce(),
          Geometric.ofThePaper(0.5),
          new Cubic(),
          new Linear(),
          new Exponential(),
          new ShareOfLeft(0.5));

  /** All schedules, so that none is left without numbers. */
  @Test
  void allSchedulesAreHere() {
    assertThat(ALL)
        .extracting(schedule -> schedule.section().label())
        .containsExactlyElementsOf(Schedules.sections().stream().map(Named::label).toList());
  }

  /**
   * Of 1,000 at 0.8 in four. Geometric by half: 800 times 8, 4, 2, 1 fifteenths, each rounded down:
   * 426, 213, 106, 53. Cubic: 800 times 37, 56, 63, 64 sixty-fourths. Exponential: densities 0.2 to
   * the quarter, half, three quarters: 0.66874, 0.44721, 0.29907.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "geometric, 426 639 745 798",
    "cubic, 462 700 787 800",
    "linear, 200 400 600 800",
    "exponential, 331 552 700 800",
  })
  void fourPrunesTakeTheseCounts(String name, String counts) {
    assertThat(gone(named(name), 4, "0.8", 1000)).containsExactly(numbers(counts));
  }

  /** What is left is 1 - 0.5^j of all until the target is less than that. */
  @Test
  void aShareOfWhatIsLeftGoesUntilTheTargetIsReached() {
    assertThat(gone(new ShareOfLeft(0.5), 4, "0.8", 1000)).containsExactly(500, 750, 800, 800);
    assertThat(gone(new ShareOfLeft(0.2), 3, "0.488", 1000)).containsExactly(200, 360, 488);
  }

  /** Whose first prunes say equal words, take equal counts in them, whatever comes after. */
  @Test
  void firstPrunesOfEqualWordsTakeEqualCounts() {
    for (Schedule schedule : ALL) {
      for (int prune = 1; prune <= 3; prune++) {
        requireEqualCounts(schedule, prune);
      }
    }
    Schedule half = new ShareOfLeft(0.5);
    String three = half.opening(2, 3, new BigDecimal("0.875"));
    assertThat(half.opening(2, 5, new BigDecimal("0.96"))).isEqualTo(three);
    assertThat(half.opening(2, 2, new BigDecimal("0.75"))).isEqualTo(three);
    assertThat(half.opening(2, 2, new BigDecimal("0.74"))).isNotEqualTo(three);
  }

  private static void requireEqualCounts(Schedule schedule, int prune) {
    BigDecimal one = new BigDecimal("0.875");
    for (String text : List.of("0.5", "0.75", "0.8", "0.875", "0.9")) {
      BigDecimal other = new BigDecimal(text);
      if (schedule.opening(prune, 3, one).equals(schedule.opening(prune, 4, other))) {
        for (long all : List.of(7L, 100L, 235_200L)) {
          assertThat(schedule.pruned(prune, 3, one, all))
              .isEqualTo(schedule.pruned(prune, 4, other, all));
        }
      }
    }
  }

  /** Of 999 one of two thirds is 666 exactly, and of 7 rounded down. */
  @Test
  void oncePrunedAllIsGone() {
    assertThat(gone(new AtOnce(), 1, "0.8", 1000)).containsExactly(800);
    assertThat(gone(new AtOnce(), 1, "0.29", 100)).containsExactly(29);
    assertThat(gone(new AtOnce(), 1, "0.5", 7)).containsExactly(3);
  }

  @Test
  void noScheduleTakesBackAWeightAndEachEndsAtItsTarget() {
    for (Schedule schedule : ALL.subList(2, ALL.size())) {
      for (int prunes : new int[] {3, 10, 100}) {
        long[] gone = gone(schedule, prunes, "0.87", 8_191);
        assertThat(gone).as("%s, %d prunes", schedule, prunes).isSorted();
        assertThat(gone[prunes - 1]).as("%s, %d prunes", schedule, prunes).isEqualTo(7_126);
      }
    }
  }

  @Test
  void refusesPrunesThatDoNotReachTheTarget() {
    assertThatThrownBy(() -> new ShareOfLeft(0.5).requireReachable(2, 0.8))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "target must be at most 0.7500, what 2 prunes of 0.5 of what is left take, got 0.8");
    assertThatThrownBy(() -> new AtOnce().requireReachable(2, 0.8))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("cycles must be 1 where schedule is at-once, got 2");
    new ShareOfLeft(0.5).requireReachable(3, 0.8);
    new AtOnce().requireReachable(1, 0.8);
  }

  private static Schedule named(String name) {
    return ALL.stream()
        .filter(schedule -> schedule.section().label().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static long[] gone(Schedule schedule, int prunes, String target, long all) {
    return LongStream.rangeClosed(1, prunes)
        .map(prune -> schedule.pruned((int) prune, prunes, new BigDecimal(target), all))
        .toArray();
  }

  private static Long[] numbers(String counts) {
    return List.of(counts.split(" ")).stream().map(Long::valueOf).toArray(Long[]::new);
  }
}
