package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.store.HadoopPath;

/**
 * The right to write into a folder on a file system of Hadoop, for a time: its holder renews it,
 * and when it does not, another takes the next term. A term is a file that can be made once, so two
 * never have the same. Clocks decide when a lease is over, hence no more than who is turned away: a
 * writer whose term has passed cannot commit whatever it believes (decision 0002).
 */
final class Lease implements Tenure {

  /** Hadoop property: how long a lease holds that is not renewed. */
  static final String LENGTH = "prunesweep.lease.seconds";

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final int SECONDS = 60;
  private static final int RENEWALS = 3;
  private static final long SHORTEST_PAUSE = 1_000;
  private static final Duration POLL = Duration.ofMillis(500);

  private final HadoopStore store;
  private final long term;
  private final boolean followsLostWriter;
  private final Timer renewals = new Timer("lease", true);
  private LeaseNote note;
  private boolean isRenewed = true;
  private boolean isClosed;

  private Lease(HadoopStore store, long term, boolean followsLostWriter, LeaseNote note) {
    this.store = store;
    this.term = term;
    this.followsLostWriter = followsLostWriter;
    this.note = note;
  }

  /**
   * Takes the next term of {@code store}'s folder. Where another host's writer has a lease that is
   * not over, this waits until it is renewed or over.
   *
   * @throws TablesException if another writer is at work
   */
  static Lease take(HadoopStore store) throws IOException {
    LeaseNote own = new LeaseNote(Holder.here(), Instant.now(), length(store.layout()), false);
    while (true) {
      NavigableSet<Long> terms = terms(store.layout());
      if (terms.isEmpty()) {
        if (store.create(file(store.layout(), 1), own.again().bytes())) {
          return begun(store, 1, false, own);
        }
        continue;
      }
      long last = terms.last();
      Optional<LeaseNote> before = awaited(store, last);
      if (before.isPresent() && store.create(file(store.layout(), last + 1), own.again().bytes())) {
        return begun(store, last + 1, !before.get().isReleased(), own);
      }
    }
  }

  /**
   * The note of a writer that has given the folder back, is dead or has let its time pass; empty
   * when another has come after it.
   */
  private static Optional<LeaseNote> awaited(HadoopStore store, long term) throws IOException {
    Layout layout = store.layout();
    boolean hasTold = false;
    try {
      LeaseNote first = read(layout, term);
      LeaseNote now = first;
      while (!now.isEnded()) {
        if (now.holder().isOfThisMachine() || !now.renewed().equals(first.renewed())) {
          throw TablesException.inUse(layout.out(), now.holder());
        }
        if (!hasTold) {
          store.waiting().accept(now.waiting(layout.out()));
          hasTold = true;
        }
        sleep();
        now = read(layout, term);
      }
      return Optional.of(now);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while another run's lease was awaited", e);
    }
  }

  private static Lease begun(
      HadoopStore store, long term, boolean followsLostWriter, LeaseNote note) throws IOException {
    Lease lease = new Lease(store, term, followsLostWriter, note.again());
    lease.requireHeld();
    for (long older : terms(store.layout()).headSet(term)) {
      store.delete(file(store.layout(), older));
    }
    long pause = Math.max(SHORTEST_PAUSE, note.length().toMillis() / RENEWALS);
    lease.renewEvery(pause);
    return lease;
  }

  private static Duration length(Layout layout) throws IOException {
    HadoopPath out = (HadoopPath) layout.out();
    return Duration.ofSeconds(out.client().getConf().getInt(LENGTH, SECONDS));
  }

  private static Path folder(Layout layout) {
    return layout.out().resolve(".lease");
  }

  private static Path file(Layout layout, long term) {
    return folder(layout).resolve("term-%08d".formatted(term));
  }

  private static NavigableSet<Long> terms(Layout layout) throws IOException {
    NavigableSet<Long> terms = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder(layout))) {
      for (Path file : files.toList()) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        if (name.matches("term-\\d{8,18}")) {
          terms.add(Long.parseLong(name.substring("term-".length())));
        }
      }
    } catch (NoSuchFileException e) {
      // Nobody has written here yet.
    }
    return terms;
  }

  private static LeaseNote read(Layout layout, long term) throws IOException {
    return LeaseNote.of(Files.readAllBytes(file(layout, term)));
  }

  /** The holder of the last term, if its time has not passed; reads and nothing else. */
  static Optional<Holder> holder(Layout layout) throws IOException {
    NavigableSet<Long> terms = terms(layout);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    try {
      LeaseNote note = read(layout, terms.last());
      return note.isEnded() ? Optional.empty() : Optional.of(note.holder());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public long term() {
    return term;
  }

  @Override
  public boolean followsLostWriter() {
    return followsLostWriter;
  }

  @Override
  public void requireHeld() throws IOException {
    NavigableSet<Long> terms = terms(store.layout());
    if (terms.isEmpty() || terms.last() != term) {
      throw TablesException.lost(store.layout().out(), nowHeldBy(terms));
    }
  }

  private List<Holder> nowHeldBy(NavigableSet<Long> terms) {
    try {
      return terms.isEmpty() || terms.last() < term
          ? List.of()
          : List.of(read(store.layout(), terms.last()).holder());
    } catch (IOException e) {
      return List.of();
    }
  }

  private void renewEvery(long milliseconds) {
    TimerTask renewal =
        new TimerTask() {
          @Override
          public void run() {
            renew();
          }
        };
    renewals.schedule(renewal, milliseconds, milliseconds);
  }

  private synchronized void renew() {
    if (isClosed) {
      return;
    }
    try {
      requireHeld();
      note = note.again();
      store.replace(file(store.layout(), term), note.bytes());
      isRenewed = true;
    } catch (TablesException lost) {
      // The next commit says so, and ends the run.
      renewals.cancel();
    } catch (IOException | RuntimeException e) {
      warnOnce(e);
    }
  }

  /** A store that is away for a while takes nothing; its messages may bring traces along. */
  private void warnOnce(Exception failure) {
    if (isRenewed) {
      isRenewed = false;
      String reason = StringUtils.substringBefore(String.valueOf(failure.getMessage()), "\n");
      LOG.warn("The lease of {} was not renewed: {}", store.layout().out(), reason);
    }
  }

  /** Gives the folder free, and leaves nothing where nothing was written. */
  @Override
  public void close() throws IOException {
    renewals.cancel();
    synchronized (this) {
      isClosed = true;
      if (terms(store.layout()).stream().allMatch(other -> other == term)) {
        release();
      }
    }
  }

  private void release() throws IOException {
    Layout layout = store.layout();
    try (Stream<Path> files = Files.list(layout.out())) {
      if (term == 1 && files.allMatch(folder(layout)::equals)) {
        store.delete(folder(layout));
        return;
      }
    }
    store.replace(file(layout, term), note.released().bytes());
  }
}
