package prunesweep.driver.tables;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import prunesweep.driver.tables.TableFile.RowSink;

/**
 * The rows that other commits hold, streamed from file to file.
 *
 * @param layout where their files are
 * @param sources the commits, in order
 * @param filter which rows stay
 */
record Rewrite(Layout layout, Collection<CommitRange> sources, Filter filter) implements Content {

  /** Says which rows stay. */
  interface Filter {

    /** Whether this row of {@code table} stays. */
    boolean keeps(TableName table, Group row);

    /** Keeps every row. */
    static Filter all() {
      return (table, row) -> true;
    }

    /** Drops every row of some trials. */
    static Filter without(Set<String> trialIds) {
      return (table, row) ->
          table == TableName.SWEEPS || !trialIds.contains(row.getString(TrialColumns.TRIAL_ID, 0));
    }

    /** Drops the row of one sweep. */
    static Filter withoutSweep(String sweepId) {
      return (table, row) ->
          table != TableName.SWEEPS || !row.getString(SweepColumns.SWEEP_ID, 0).equals(sweepId);
    }
  }

  @Override
  public void write(TableName table, RowSink sink) throws IOException {
    for (CommitRange source : sources) {
      if (layout.holds(table, source)) {
        TableFile.read(layout.file(table, source), Tables.of(table), kept(table, sink));
      }
    }
  }

  private RowSink kept(TableName table, RowSink sink) {
    return row -> {
      if (filter.keeps(table, row)) {
        sink.add(row);
      }
    };
  }
}
