package prunesweep.driver.tables;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.example.data.Group;
import prunesweep.driver.tables.TableFile.RowSink;

/** The rows of one commit, a table at a time. */
interface Content {

  /** Gives all rows of {@code table} to {@code sink}. */
  void write(Table<?> table, RowSink sink) throws IOException;

  /** These rows and then those of {@code other}. */
  default Content and(Content other) {
    return (table, sink) -> {
      write(table, sink);
      other.write(table, sink);
    };
  }

  /** All rows of some finished trials. */
  static Content of(List<TrialRow> trials) {
    return (table, sink) -> addAll(table.groups(trials).iterator(), sink);
  }

  /** All rows of a sweep. */
  static Content of(SweepRow sweep) {
    return (table, sink) -> addAll(table.groups(sweep).iterator(), sink);
  }

  private static void addAll(Iterator<Group> rows, RowSink sink) throws IOException {
    while (rows.hasNext()) {
      sink.add(rows.next());
    }
  }
}
