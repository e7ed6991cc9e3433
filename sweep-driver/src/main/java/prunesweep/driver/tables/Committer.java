package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.parquet.schema.MessageType;

/**
 * Makes a commit visible in one step, and deletes what no commit needs (decision 0002). Only the
 * holder of the lock may use it.
 */
final class Committer {

  private final Layout layout;
  private final Disk disk;

  Committer(Layout layout, Disk disk) {
    this.layout = layout;
    this.disk = disk;
  }

  Layout layout() {
    return layout;
  }

  /** Writes a file into every table; the rows are visible from the moment this moves the last. */
  void commit(CommitRange range, Content content) throws IOException {
    Layout aside = new Layout(layout.staging().resolve(UUID.randomUUID().toString()));
    for (TableName table : TableName.values()) {
      write(table, range, content, aside);
    }
    prepareFolders();
    for (TableName table : TableName.besidesTrials()) {
      publish(table, range, aside);
    }
    publish(TableName.TRIALS, range, aside);
    disk.delete(layout.staging());
  }

  private void write(TableName table, CommitRange range, Content content, Layout aside)
      throws IOException {
    disk.createFolder(aside.folder(table));
    Path file = aside.file(table, range);
    MessageType schema = Tables.of(table).messageType();
    TableFile.write(disk.create(file), schema, sink -> content.write(table, sink));
    disk.force(file);
  }

  private void prepareFolders() throws IOException {
    for (TableName table : TableName.values()) {
      disk.createFolder(layout.folder(table));
    }
    disk.force(layout.tables());
  }

  private void publish(TableName table, CommitRange range, Layout aside) throws IOException {
    disk.move(aside.file(table, range), layout.file(table, range));
    disk.force(layout.folder(table));
  }

  /**
   * Deletes what a crash or a merge left behind and returns what is live. Deletes nothing when a
   * live file is missing, since then something else has been at work.
   *
   * <p>Files of {@code trials} go first, as they come last: whoever reads a folder without knowing
   * this protocol may see a row twice for a moment, but never a trial without its other rows.
   */
  LiveCommits tidy() throws IOException {
    LiveCommits live = live();
    deleteAllBut(live, TableName.TRIALS, layout.listed(TableName.TRIALS));
    for (TableName table : TableName.besidesTrials()) {
      deleteAllBut(live, table, layout.listed(table));
    }
    disk.delete(layout.staging());
    return live;
  }

  /** The files whose rows count, by table. */
  Map<TableName, List<Path>> liveFiles() throws IOException {
    return layout.files(live());
  }

  private LiveCommits live() throws IOException {
    LiveCommits live = LiveCommits.of(layout.listed(TableName.TRIALS));
    if (!live.isWhole() || !Layout.areThere(layout.files(live))) {
      throw new IOException("a file of a commit is missing");
    }
    return live;
  }

  private void deleteAllBut(LiveCommits live, TableName table, Set<CommitRange> listed)
      throws IOException {
    Set<CommitRange> dead = new HashSet<>(listed);
    live.ranges().forEach(dead::remove);
    for (CommitRange range : dead) {
      disk.delete(layout.file(table, range));
    }
  }
}
