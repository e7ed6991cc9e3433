package prunesweep.trainer.data.fetch;

import java.time.Duration;

/**
 * Limits of time and size for a fetch.
 *
 * @param connect longest wait for a connection
 * @param file longest time for one file by HTTPS
 * @param command longest time for one command, where a package is unpacked
 * @param bytes most bytes of one file
 */
record FetchLimits(Duration connect, Duration file, Duration command, long bytes) {

  /** Enough for a slow line: 10 s, 5 min, 10 min, 256 MiB. */
  static final FetchLimits DEFAULT =
      new FetchLimits(
          Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(10), 256L << 20);
}
