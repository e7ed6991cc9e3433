package prunesweep.driver.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.spark.StateStore;
import prunesweep.driver.tables.StateFiles;
import prunesweep.driver.tables.TablesException;

/**
 * The states of what is under way, kept in the results folder. One that cannot be used is said so
 * and deleted; one that cannot be kept costs time at most, so the sweep goes on.
 */
final class KeptStates implements StateStore {

  private static final Logger LOG = LoggerFactory.getLogger(KeptStates.class);

  private final StateFiles files;
  private final RunEvents events;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();
  private boolean hasWarned;

  /**
   * The states in {@code files}, which are looked through once: where they are, asking takes long.
   */
  KeptStates(StateFiles files, RunEvents events) {
    this.files = files;
    this.events = events;
    kept.addAll(files.kept());
  }

  /** Deletes the states of {@code works}, which have ended or are to begin anew. */
  void dropAll(Collection<WorkId> works) {
    files.drop(works.stream().map(WorkId::value).filter(kept::remove).collect(Collectors.toSet()));
  }

  @Override
  public void inspect(WorkId work) {
    try {
      find(work);
    } catch (TablesException e) {
      events.warned("%s; %s begins anew".formatted(e.getMessage(), work));
      drop(work);
    }
  }

  @Override
  public Optional<byte[]> again(WorkId work) {
    try {
      return find(work);
    } catch (TablesException e) {
      LOG.warn("{} begins anew: {}", work, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<byte[]> find(WorkId work) {
    return kept.contains(work.value()) ? files.find(work.value()) : Optional.empty();
  }

  @Override
  public void keep(WorkId work, byte[] state) {
    kept.add(work.value());
    try {
      files.keep(work.value(), state);
    } catch (TablesException e) {
      warnOnce(e);
    }
  }

  private void warnOnce(TablesException failure) {
    if (!hasWarned) {
      hasWarned = true;
      events.warned(
          "%s; trials under way would begin anew after a stop".formatted(failure.getMessage()));
    }
  }

  @Override
  public void drop(WorkId work) {
    dropAll(List.of(work));
  }
}
