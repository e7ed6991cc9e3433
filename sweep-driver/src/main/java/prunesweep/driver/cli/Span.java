package prunesweep.driver.cli;

import java.time.Duration;

/** Time that passes, in words. */
final class Span {

  private Span() {}

  /** The two largest units, e.g. {@code 3 h 12 min}. */
  static String words(Duration time) {
    if (time.toDays() > 0) {
      return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
    } else if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    } else if (time.toMinutes() > 0) {
      return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
    return "%d s".formatted(time.toSeconds());
  }

  /** Hours, minutes and seconds as a clock shows them, e.g. {@code 0:01:23}. */
  static String clock(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
