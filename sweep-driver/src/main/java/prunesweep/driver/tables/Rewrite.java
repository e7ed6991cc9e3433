package prunesweep.driver.tables;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import prunesweep.driver.tables.TableFile.RowSink;

/**
 * The rows that other commits hold, streamed from file to file.
 *
 * @param files of the commits
 * @param sources the commits, in order
 * @param filter which rows stay
 */
record Rewrite(CommittedFiles files, Collection<CommitRange> sources, Filter filter)
    implements Content {

  /** Says which rows stay. */
  interface Filter {

    /** Says if this row of {@code table} stays. */
    boolean keeps(Table<?> table, Group row);

    /** Keeps every row. */
    static Filter all() {
      return (table, row) -> true;
    }

    /** Drops every row of the trials or sweeps {@code ids}, which {@code owner} tells apart. */
    static Filter without(String owner, Set<String> ids) {
      return (table, row) ->
          !table.rows().owner().equals(owner) || !ids.contains(row.getString(owner, 0));
    }
  }

  @Override
  public void write(Table<?> table, RowSink sink) throws IOException {
    for (CommitRange source : sources) {
      if (files.holds(table, source)) {
        TableFile.read(files.file(table, source), table, kept(table, sink));
      }
    }
  }

  private RowSink kept(Table<?> table, RowSink sink) {
    return row -> {
      if (filter.keeps(table, row)) {
        sink.add(row);
      }
    };
  }
}
