package prunesweep.trainer.trial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of a trial beyond its summary: the rows that it adds to tables. Each table has a record
 * of its own, by which its rows are found.
 *
 * @param byKind the rows of each kind, in the order they were added
 */
public record TrialResults(Map<Class<?>, List<Serializable>> byKind) implements Serializable {

  /** None yet. */
  public TrialResults() {
    this(new LinkedHashMap<>());
  }

  /** Adds {@code result}, a record of the kind of its table, after those of its kind. */
  public void add(Serializable result) {
    byKind.computeIfAbsent(result.getClass(), kind -> new ArrayList<>()).add(result);
  }

  /** Adds all of {@code results}, in order. */
  public void addAll(List<? extends Serializable> results) {
    results.forEach(this::add);
  }

  /** The results of one kind, in the order they were added. */
  public <R extends Serializable> List<R> of(Class<R> kind) {
    return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
  }

  /** The number of results of one kind. */
  public int count(Class<? extends Serializable> kind) {
    return byKind.getOrDefault(kind, List.of()).size();
  }

  /** A copy, which does not grow with this one. */
  public TrialResults copy() {
    TrialResults copy = new TrialResults();
    byKind.values().forEach(copy::addAll);
    return copy;
  }
}
