package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a commit visible in one step, and deletes what no commit needs (decision 0002). Only the
 * holder of the folder may use it.
 */
final class Committer {

  private static final int MOST_RIVALS = 100;

  private final Layout layout;
  private final Tables tables;
  private final CommittedFiles files;
  private final Store store;
  private final Tenure tenure;
  private boolean isSettled;

  Committer(Layout layout, Tables tables, Store store, Tenure tenure) {
    this.layout = layout;
    this.tables = tables;
    this.files = new CommittedFiles(layout, tables);
    this.store = store;
    this.tenure = tenure;
    this.isSettled = !tenure.followsLostWriter();
  }

  CommittedFiles files() {
    return files;
  }

  Tenure tenure() {
    return tenure;
  }

  /**
   * Writes a file into every table; the rows are visible from the moment this publishes the last.
   *
   * @return the commit
   * @throws TablesException if the folder is another writer's by now
   */
  CommitRange commit(CommitRange range, Content content) throws IOException {
    try {
      return send(range, content);
    } catch (FileAlreadyExistsException e) {
      tenure.requireHeld();
      throw TablesException.lost(layout.out(), List.of());
    }
  }

  private CommitRange send(CommitRange range, Content content) throws IOException {
    CommitWords words = CommitWords.sending(range.in(tenure.term()));
    try (Draft draft = store.draft()) {
      for (Table<?> table : tables.all()) {
        write(table, words, content, draft);
      }
      draft.publish(
          tables.besidesTrials().stream().map(table -> files.file(table, words.range())).toList());
      tenure.requireHeld();
      claim(words, draft);
    }
    return words.range();
  }

  private void write(Table<?> table, CommitWords words, Content content, Draft draft)
      throws IOException {
    Map<String, String> says = TableFile.declaring(tables.generation(), table);
    boolean isClaim = tenure.term() > 0 && table.equals(tables.trials());
    draft.write(
        files.file(table, words.range()),
        file ->
            TableFile.write(
                file,
                table.messageType(),
                isClaim ? words.beside(says) : says,
                sink -> content.write(table, sink)));
  }

  /**
   * The commit point. Where terms count, it fails if the number is taken, and whoever finds his
   * right gone right after it does not know of the commit: his successor merged over it, or keeps
   * it.
   */
  private void claim(CommitWords words, Draft draft) throws IOException {
    Path file = files.file(tables.trials(), words.range());
    boolean wasSettled = isSettled;
    isSettled = tenure.term() == 0;
    try {
      draft.publishNew(file);
    } catch (FileAlreadyExistsException e) {
      // A client that gets no answer tries again, and finds what it has sent itself.
      if (!CommitWords.of(file).claim().equals(words.claim())) {
        isSettled = wasSettled;
        throw e;
      }
    }
    tenure.requireHeld();
    isSettled = wasSettled;
  }

  /**
   * Sees to it that nothing sent before can still become a commit: a lost writer's, or one of this
   * writer's whose answer never came. A commit of no rows takes the number that it would have.
   */
  void settle() throws IOException {
    for (int rival = 0; !isSettled && rival < MOST_RIVALS; rival++) {
      try {
        send(live().next(), (table, sink) -> {});
        isSettled = true;
      } catch (FileAlreadyExistsException e) {
        // What was sent before has come true.
      }
    }
    if (!isSettled) {
      throw new IOException("others write there all the time");
    }
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
    deleteAllBut(live, tables.trials(), files.committed());
    for (Table<?> table : tables.besidesTrials()) {
      deleteAllBut(live, table, layout.listed(table));
    }
    store.deleteLeftAside(tenure);
    return live;
  }

  /** The files whose rows count, by table. */
  Map<Table<?>, List<Path>> liveFiles() throws IOException {
    return files.of(live());
  }

  private LiveCommits live() throws IOException {
    LiveCommits live = LiveCommits.of(files.committed());
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
      // A writer that has lost the folder must not take away what the next one is writing.
      if (range.term() <= tenure.term()) {
        store.delete(files.file(table, range));
      }
    }
  }
}
