package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

/**
 * Content of the file of a lease.
 *
 * @param holder who has it
 * @param renewed when it last said so
 * @param length how long that holds
 * @param isReleased whether it has given the folder back
 */
record LeaseNote(Holder holder, Instant renewed, Duration length, boolean isReleased) {

  /** This note, said again now. */
  LeaseNote again() {
    return new LeaseNote(holder, Instant.now(), length, false);
  }

  /** This note at the end. */
  LeaseNote released() {
    return new LeaseNote(holder, renewed, length, true);
  }

  /** Says if its holder is at work no more, as far as can be told from here. */
  boolean isEnded() {
    return isReleased
        || Instant.now().isAfter(renewed.plus(length))
        || (holder.isOfThisMachine() && !holder.isAlive());
  }

  /** The sentence for whoever waits for the folder {@code out}. */
  String waiting(Path out) {
    Instant until = renewed.plus(length);
    return "Waiting for %s, which %s holds: at most %d s, until its lease ends at %s or is renewed"
        .formatted(
            out,
            holder,
            Math.max(1, Duration.between(Instant.now(), until).toSeconds() + 1),
            until.truncatedTo(ChronoUnit.SECONDS));
  }

  byte[] bytes() {
    Properties more = new Properties();
    more.setProperty("renewed", renewed.toString());
    more.setProperty("length", length.toString());
    more.setProperty("released", Boolean.toString(isReleased));
    return holder.bytes(more);
  }

  static LeaseNote of(byte[] bytes) throws IOException {
    Properties properties = Holder.properties(bytes);
    Optional<Holder> holder = Holder.of(properties);
    try {
      return new LeaseNote(
          holder.orElseThrow(() -> new IllegalArgumentException("no holder")),
          Instant.parse(properties.getProperty("renewed")),
          Duration.parse(properties.getProperty("length")),
          Boolean.parseBoolean(properties.getProperty("released")));
    } catch (RuntimeException e) {
      throw new IOException("a file of the lease is damaged", e);
    }
  }
}
