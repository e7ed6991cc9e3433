package prunesweep.driver.cli;

import java.time.Instant;
import prunesweep.driver.tables.Provenance;
import prunesweep.driver.tables.SweepRow;

/** Made-up rows. */
final class Rows {

  private Rows() {}

  static SweepRow sweep() {
    Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
    Provenance provenance =
        new Provenance("0.1.0", "17", "Linux", "4.1.3", "1.0.0", "0.3.31", "any", null, "local");
    return new SweepRow("a", "small", "sweep {}", 1, provenance, time, time, 0, 0);
  }
}
