package prunesweep.driver.cli;

import java.time.Instant;
import java.util.List;
import prunesweep.driver.tables.Provenance;
import prunesweep.driver.tables.SweepRow;
import prunesweep.trainer.result.Machine;

/** Made-up rows. */
final class Rows {

  private Rows() {}

  static SweepRow sweep() {
    Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
    Machine machine = new Machine("any", 256, null);
    Provenance provenance =
        new Provenance(
            "0.1.0",
            "17",
            "Linux",
            "4.1.3",
            "1.0.0",
            "0.3.31",
            "automatic",
            machine,
            null,
            "local");
    return new SweepRow("a", "small", "sweep {}", List.of(), provenance, time, time, 0, 0);
  }
}
