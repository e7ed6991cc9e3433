package prunesweep.driver.tables;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import prunesweep.driver.tables.TableFile.RowSink;
import prunesweep.trainer.spec.TrialId;

/**
 * Reads the few live columns that a writer needs to know.
 *
 * @param files of the commits
 * @param live the commits whose rows count
 */
record LiveRows(CommittedFiles files, LiveCommits live) {

  /** The status of every trial, by id. */
  Map<TrialId, TrialStatus> finished() throws IOException {
    Map<TrialId, TrialStatus> finished = new HashMap<>();
    read(
        files.tables().trials().only(TrialColumns.TRIAL_ID, TrialColumns.STATUS),
        row ->
            finished.put(
                new TrialId(row.getString(TrialColumns.TRIAL_ID, 0)),
                TrialStatus.of(row.getString(TrialColumns.STATUS, 0))));
    return finished;
  }

  /** The figures of some trials, by id. */
  Map<TrialId, FinishedTrial> figures(Set<TrialId> trials) throws IOException {
    Map<TrialId, FinishedTrial> figures = new HashMap<>();
    read(
        files.tables().trials(),
        row -> {
          FinishedTrial trial = FinishedTrial.of(row);
          if (trials.contains(trial.id())) {
            figures.put(trial.id(), trial);
          }
        });
    return figures;
  }

  /** The start of the first run of a sweep, or empty when the sweep has no row. */
  Optional<Instant> startOf(String sweepId) throws IOException {
    return time(SweepColumns.STARTED, sweepId);
  }

  /** The end of the last run of a sweep, or empty when it did not or the sweep has no row. */
  Optional<Instant> endOf(String sweepId) throws IOException {
    return time(SweepColumns.ENDED, sweepId);
  }

  /** The origins of the trials of a sweep, as far as its rows say. */
  Map<TrialId, Origin> origins(String sweepId) throws IOException {
    Map<TrialId, Origin> origins = new HashMap<>();
    read(
        files.tables().named(SweepTrialColumns.NAME),
        row -> {
          if (row.getString(SweepColumns.SWEEP_ID, 0).equals(sweepId)) {
            origins.put(
                new TrialId(row.getString(SweepTrialColumns.TRIAL_ID, 0)),
                Origin.of(row.getString(SweepTrialColumns.ORIGIN, 0)));
          }
        });
    return origins;
  }

  private Optional<Instant> time(String column, String sweepId) throws IOException {
    AtomicReference<Instant> time = new AtomicReference<>();
    read(
        files.tables().sweeps().only(SweepColumns.SWEEP_ID, column),
        row -> {
          if (row.getString(SweepColumns.SWEEP_ID, 0).equals(sweepId)
              && row.getFieldRepetitionCount(column) > 0) {
            time.set(Instant.ofEpochMilli(row.getLong(column, 0)));
          }
        });
    return Optional.ofNullable(time.get());
  }

  private void read(Table<?> table, RowSink sink) throws IOException {
    for (CommitRange range : live.ranges()) {
      if (files.holds(table, range)) {
        TableFile.read(files.file(table, range), table, sink);
      }
    }
  }
}
