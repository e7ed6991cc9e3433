package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a commit visible in one step, and deletes what no commit needs (decision 0002). Only the
 * holder of the lock may use it.
 */
final class Committer {

  private final Layout layout;
  private final Tables tables;
  private final CommittedFiles files;
  private final Disk disk;

  Committer(Layout layout, Tables tables, Disk disk) {
    this.layout = layout;
    this.tables = tables;
    this.files = new CommittedFiles(layout, tables);
    this.disk = disk;
  }

  CommittedFiles files() {
    return files;
  }

  /** Writes a file into every table; the rows are visible from the moment this moves the last. */
  void commit(CommitRange range, Content content) throws IOException {
    Layout aside = new Layout(layout.staging().resolve(UUID.randomUUID().toString()));
    for (Table<?> table : tables.all()) {
      write(table, range, content, aside);
    }
    prepareFolders();
    for (Table<?> table : tables.besidesTrials()) {
      publish(table, range, aside);
    }
    publish(tables.trials(), range, aside);
    disk.delete(layout.staging());
  }

  private void write(Table<?> table, CommitRange range, Content content, Layout aside)
      throws IOException {
    disk.createFolder(aside.folder(table));
    Path file = aside.file(table, range);
    TableFile.write(
        disk.create(file),
        table.messageType(),
        TableFile.declaring(tables.generation(), table),
        sink -> content.write(table, sink));
    disk.force(file);
  }

  private void prepareFolders() throws IOException {
    for (Table<?> table : tables.all()) {
      disk.createFolder(layout.folder(table));
    }
    disk.force(layout.tables());
  }

  private void publish(Table<?> table, CommitRange range, Layout aside) throws IOException {
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
    deleteAllBut(live, tables.trials(), layout.listed(tables.trials()));
    for (Table<?> table : tables.besidesTrials()) {
      deleteAllBut(live, table, layout.listed(table));
    }
    disk.delete(layout.staging());
    return live;
  }

  /** The files whose rows count, by table. */
  Map<Table<?>, List<Path>> liveFiles() throws IOException {
    return files.of(live());
  }

  private LiveCommits live() throws IOException {
    LiveCommits live = LiveCommits.of(layout.listed(tables.trials()));
    if (!live.isWhole() || !CommittedFiles.areThere(files.of(live))) {
      throw new IOException("a file of a commit is missing");
    }
    return live;
  }

  private void deleteAllBut(LiveCommits live, Table<?> table, Set<CommitRange> listed)
      throws IOException {
    Set<CommitRange> dead = new HashSet<>(listed);
    for (CommitRange range : live.ranges()) {
      if (files.holds(table, range)) {
        dead.remove(range);
      }
    }
    for (CommitRange range : dead) {
      disk.delete(layout.file(table, range));
    }
  }
}
