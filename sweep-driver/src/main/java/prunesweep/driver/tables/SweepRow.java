package prunesweep.driver.tables;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sweep, as far as it has come.
 *
 * @param sweepId the id: runs of the same sweep share it, and its row
 * @param sweep the name
 * @param config the config as resolved, as text
 * @param trials planned trials, all different
 * @param provenance what it ran on and with
 * @param started start of the run; the tables keep the start of the first run
 * @param ended end of the run, or null while it runs
 * @param done planned trials that are done
 * @param failed planned trials that failed
 */
public record SweepRow(
    String sweepId,
    String sweep,
    String config,
    List<SweepTrial> trials,
    Provenance provenance,
    Instant started,
    @Nullable Instant ended,
    int done,
    int failed) {

  public SweepRow {
    trials = List.copyOf(trials);
  }

  SweepRow startedAt(Instant first) {
    return new SweepRow(sweepId, sweep, config, trials, provenance, first, ended, done, failed);
  }
}
