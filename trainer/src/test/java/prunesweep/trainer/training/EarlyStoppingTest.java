package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Protocol, section 2, to the letter; the losses are binary fractions where a boundary matters. */
class EarlyStoppingTest {

  private static final int NEVER = 0;

  static Stream<Arguments> sequences() {
    return Stream.of(
        sequence("three rises above 1.1 m", 4, 1.0, 1.2, 1.3, 1.4),
        sequence("falling for ever", NEVER, 5, 4, 3, 2, 1, 0.5, 0.25, 0.125),
        sequence("a fall above 1.1 m is no tick", NEVER, 1.0, 1.2, 1.3, 1.25, 1.25, 1.2),
        sequence("a fall above 1.1 m leaves the ticks", 5, 1.0, 1.2, 1.3, 1.25, 1.4),
        sequence("many falls above 1.1 m leave them", 7, 1.0, 1.2, 1.5, 1.4, 1.3, 1.2, 1.3),
        sequence("an equal value above 1.1 m leaves them", 5, 1.0, 1.2, 1.3, 1.3, 1.4),
        sequence("a value below 1.1 m clears them", 7, 1.0, 1.2, 1.3, 1.05, 1.2, 1.3, 1.4),
        sequence("a value equal to m clears them", 7, 1.0, 1.2, 1.3, 1.0, 1.2, 1.3, 1.4),
        sequence("a new minimum leaves them", 5, 1.0, 1.2, 1.3, 0.5, 0.6),
        sequence("a new minimum moves the bar", 5, 2.0, 1.0, 1.2, 1.3, 1.4),
        sequence("rises below 1.1 m never tick", NEVER, 1.0, 1.01, 1.02, 1.03, 1.04, 1.05),
        sequence("a rise from below the bar ticks", 4, 1.0, 1.11, 1.12, 1.13),
        sequence("ticks need not be in a row", 6, 1.0, 1.2, 1.15, 1.3, 1.2, 1.4));
  }

  private static Arguments sequence(String name, int stop, double... losses) {
    return Arguments.of(name, stop, losses);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sequences")
  void stopsAtTheThirdTick(String name, int stop, double[] losses) {
    assertThat(firstStop(losses)).as(name).isEqualTo(stop);
  }

  /** 1.1 x 10 is exactly 11 in binary floating point, so the boundary can be hit. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("boundaries")
  void leavesTheTicksAtExactlyElevenTenths(String name, int stop, double[] losses) {
    assertThat(1.1 * 10).isEqualTo(11.0);
    assertThat(firstStop(losses)).as(name).isEqualTo(stop);
  }

  static Stream<Arguments> boundaries() {
    return Stream.of(
        sequence("a rise to 1.1 m is no tick", NEVER, 10, 11, 11, 11, 11),
        sequence("nor does it clear", 5, 10, 12, 13, 11, 12),
        sequence("a hair more is a tick", 4, 10, Math.nextUp(11.0), 12, 13),
        sequence("a hair less clears", NEVER, 10, 12, 13, Math.nextDown(11.0), 12));
  }

  /** The epoch, from 1, at which training stops first; 0 if it never does. */
  private static int firstStop(double... losses) {
    EarlyStopping stopping = new EarlyStopping();
    for (int epoch = 1; epoch <= losses.length; epoch++) {
      if (stopping.stopsAt(losses[epoch - 1])) {
        return epoch;
      }
    }
    return NEVER;
  }
}
