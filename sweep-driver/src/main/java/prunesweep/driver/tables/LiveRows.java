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

/** Reads the few live columns that a writer needs to know. */
final class LiveRows {

  private LiveRows() {}

  /** The status of every trial, by id. */
  static Map<TrialId, TrialStatus> finished(Layout layout, LiveCommits live) throws IOException {
    Map<TrialId, TrialStatus> finished = new HashMap<>();
    Table<?> columns = Tables.TRIALS.only(TrialColumns.TRIAL_ID, TrialColumns.STATUS);
    RowSink sink =
        row ->
            finished.put(
                new TrialId(row.getString(TrialColumns.TRIAL_ID, 0)),
                TrialStatus.of(row.getString(TrialColumns.STATUS, 0)));
    for (CommitRange range : live.ranges()) {
      TableFile.read(layout.file(TableName.TRIALS, range), columns, sink);
    }
    return finished;
  }

  /** The figures of some trials, by id. */
  static Map<TrialId, FinishedTrial> figures(Set<TrialId> trials, Layout layout, LiveCommits live)
      throws IOException {
    Map<TrialId, FinishedTrial> figures = new HashMap<>();
    RowSink sink =
        row -> {
          FinishedTrial trial = FinishedTrial.of(row);
          if (trials.contains(trial.id())) {
            figures.put(trial.id(), trial);
          }
        };
    for (CommitRange range : live.ranges()) {
      TableFile.read(layout.file(TableName.TRIALS, range), Tables.TRIALS, sink);
    }
    return figures;
  }

  /** When the first run of a sweep started, or empty when the sweep has no row. */
  static Optional<Instant> startOf(String sweepId, Layout layout, LiveCommits live)
      throws IOException {
    return time(SweepColumns.STARTED, sweepId, layout, live);
  }

  /** When the last run of a sweep ended, or empty when it did not or the sweep has no row. */
  static Optional<Instant> endOf(String sweepId, Layout layout, LiveCommits live)
      throws IOException {
    return time(SweepColumns.ENDED, sweepId, layout, live);
  }

  private static Optional<Instant> time(
      String column, String sweepId, Layout layout, LiveCommits live) throws IOException {
    AtomicReference<Instant> time = new AtomicReference<>();
    Table<?> columns = Tables.SWEEPS.only(SweepColumns.SWEEP_ID, column);
    RowSink sink =
        row -> {
          if (row.getString(SweepColumns.SWEEP_ID, 0).equals(sweepId)
              && row.getFieldRepetitionCount(column) > 0) {
            time.set(Instant.ofEpochMilli(row.getLong(column, 0)));
          }
        };
    for (CommitRange range : live.ranges()) {
      TableFile.read(layout.file(TableName.SWEEPS, range), columns, sink);
    }
    return Optional.ofNullable(time.get());
  }
}
