package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.spec.TrialId;

/**
 * The one writer of a results folder: rows of a trial become visible in all tables at once or not
 * at all, whatever happens to this process (decision 0002).
 *
 * <p>All methods may be called from any thread and throw {@link TablesException} when the folder
 * cannot be written or another run writes to it. After such an exception a change has happened
 * wholly or not at all; {@link #finished()} knows which.
 */
public final class ResultTables implements AutoCloseable {

  private final Layout layout;
  private final Tables tables;
  private final Store store;
  private final Compaction compaction;
  private @Nullable Committer committer;
  private @Nullable Ledger ledger;
  private boolean closed;

  private ResultTables(Layout layout, Tables tables, Store store, Compaction compaction) {
    this.layout = layout;
    this.tables = tables;
    this.store = store;
    this.compaction = compaction;
  }

  /**
   * Opens a results folder for writing and deletes what a killed run left behind. A folder that
   * does not exist is made by the first write, yet whether it can be made is found out here.
   */
  public static ResultTables open(Path out) {
    return open(out, Tables.current());
  }

  /** Does as {@link #open(Path)}, with these tables in place of the current ones. */
  public static ResultTables open(Path out, Tables tables) {
    return open(out, tables, Compaction.STANDARD);
  }

  /**
   * Does as {@link #open(Path, Tables)}.
   *
   * @param waiting hears a sentence when another driver's lease is awaited, which takes a minute
   */
  public static ResultTables open(Path out, Tables tables, Consumer<String> waiting) {
    return open(out, tables, Compaction.STANDARD, waiting);
  }

  static ResultTables open(Path out, Tables tables, Compaction compaction) {
    return open(out, tables, compaction, sentence -> {});
  }

  private static ResultTables open(
      Path out, Tables tables, Compaction compaction, Consumer<String> waiting) {
    Layout layout = new Layout(out);
    try {
      return entered(new ResultTables(layout, tables, Store.of(layout, waiting), compaction));
    } catch (IOException e) {
      throw TablesException.writing(out, e);
    }
  }

  static ResultTables open(Path out, Disk disk, Compaction compaction) {
    Layout layout = new Layout(out);
    Store store = new LocalStore(layout, disk);
    return entered(new ResultTables(layout, Tables.PUBLISHED, store, compaction));
  }

  private static ResultTables entered(ResultTables tables) {
    try {
      tables.enter();
      return tables;
    } catch (RuntimeException | Error e) {
      tables.close();
      throw e;
    }
  }

  private void enter() {
    try {
      store.requireWritable();
      if (Files.exists(layout.out())) {
        ledger();
      }
    } catch (IOException e) {
      throw TablesException.writing(layout.out(), e);
    }
  }

  /** Every trial that need not run again, with how it ended. */
  public Map<TrialId, TrialStatus> finished() {
    return known(Ledger::finished, Map.of());
  }

  /** Says if a sweep has a row. */
  public boolean hasStarted(String sweepId) {
    return known(ledger -> ledger.hasStarted(sweepId), false);
  }

  /** Says if a sweep has a row that tells when its last run ended. */
  public boolean hasEnded(String sweepId) {
    return known(ledger -> ledger.hasEnded(sweepId), false);
  }

  /** The origins of the trials of a sweep; none when a version without this table ran it. */
  public Map<TrialId, Origin> origins(String sweepId) {
    return known(ledger -> ledger.origins(sweepId), Map.of());
  }

  /** A question to what is committed. */
  private interface Question<T> {

    T to(Ledger current) throws IOException;
  }

  /** The answer to {@code question}, or {@code otherwise} in a folder that is not there. */
  private synchronized <T> T known(Question<T> question, T otherwise) {
    if (committer == null && !Files.exists(layout.out())) {
      return otherwise;
    }
    try {
      return question.to(ledger());
    } catch (IOException e) {
      throw TablesException.writing(layout.out(), e);
    }
  }

  /** The figures of those of {@code trials} that are finished. */
  public synchronized Map<TrialId, FinishedTrial> figures(Set<TrialId> trials) {
    Set<TrialId> known = new HashSet<>(trials);
    known.retainAll(finished().keySet());
    return known.isEmpty() ? Map.of() : known(ledger -> ledger.figures(known), Map.of());
  }

  /**
   * Makes all rows of {@code trials} visible in one step.
   *
   * @throws IllegalArgumentException when one of them is committed already or given twice
   */
  public void commit(List<TrialRow> trials) {
    if (!trials.isEmpty()) {
      change(current -> current.add(trials));
    }
  }

  /** Removes all rows of {@code trials} in one step; those that are not there are passed over. */
  public void forget(Set<TrialId> trials) {
    if (!trials.isEmpty()) {
      change(current -> current.remove(trials));
    }
  }

  /**
   * Writes the row of a sweep in place of the one with the same id, whose {@code started} it keeps.
   * Replacing rewrites every row, so it is for the start and the end of a run.
   */
  public void recordSweep(SweepRow sweep) {
    change(current -> current.put(sweep));
  }

  /** Merges everything into one file a table; does nothing when that is so already. */
  public void compact() {
    change(Ledger::mergeAll);
  }

  /** The checkpoints kept beside the tables, under the same lock. */
  public StageFiles stages() {
    return new StageFiles(layout, new SideFiles(this, store, layout.stages()));
  }

  /** The states of what was under way, kept beside the tables, under the same lock. */
  public StateFiles states() {
    return new StateFiles(layout, new SideFiles(this, store, layout.running()));
  }

  /** The file that says where the run stands, kept beside the tables, under the same lock. */
  public StatusFile status() {
    return new StatusFile(layout, new SideFiles(this, store, layout.out()));
  }

  /** Gives the folder free for another writer. */
  @Override
  public synchronized void close() {
    closed = true;
    ledger = null;
    if (committer != null) {
      release(committer.tenure());
    }
  }

  private void release(Tenure held) {
    committer = null;
    try {
      held.close();
    } catch (IOException e) {
      throw TablesException.writing(layout.out(), e);
    }
  }

  /** A change to the folder. */
  interface Change {

    /** Makes it, where {@code current} is committed. */
    void on(Ledger current) throws IOException;
  }

  /** Makes a change while this holds the lock. */
  synchronized void change(Change change) {
    try {
      Ledger current = ledger();
      ledger = null;
      change.on(current);
      ledger = current;
    } catch (IOException e) {
      tidyAfter(e);
      throw TablesException.writing(layout.out(), e);
    }
  }

  private Ledger ledger() throws IOException {
    if (closed) {
      throw new IllegalStateException("The tables of " + layout.out() + " are closed");
    }
    if (committer == null) {
      committer = new Committer(layout, tables, store, store.take());
    }
    if (ledger == null) {
      ledger = Ledger.recover(committer, compaction);
    }
    return ledger;
  }

  private void tidyAfter(IOException failure) {
    if (committer == null) {
      return;
    }
    try {
      // Who has lost the folder would delete what the next writer is about to commit.
      committer.tenure().requireHeld();
      committer.settle();
      committer.tidy();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
