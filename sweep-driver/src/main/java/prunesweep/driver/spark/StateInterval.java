package prunesweep.driver.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * Time from one state of a trial that is kept to the next.
 *
 * @param nanos from 1; 0 where none is kept
 */
record StateInterval(long nanos) implements Serializable {

  /** Every {@code time}, or never. */
  static StateInterval of(Optional<Duration> time) {
    return new StateInterval(time.map(Duration::toNanos).orElse(0L));
  }

  /** Whether any is kept. */
  boolean isOn() {
    return nanos > 0;
  }

  /** Whether one is due when the last one is so many nanoseconds old. */
  boolean isDue(long age) {
    return isOn() && age >= nanos;
  }
}
