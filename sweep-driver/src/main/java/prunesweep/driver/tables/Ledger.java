package prunesweep.driver.tables;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.driver.tables.Rewrite.Filter;
import prunesweep.trainer.spec.TrialId;

/**
 * The commits as the holder of the lock knows them, and changes to them. After an exception it may
 * know too little: recover another one.
 */
final class Ledger {

  private final Committer committer;
  private final Compaction compaction;
  private final Map<TrialId, TrialStatus> finished;
  private LiveCommits live;

  private Ledger(
      Committer committer,
      Compaction compaction,
      LiveCommits live,
      Map<TrialId, TrialStatus> finished) {
    this.committer = committer;
    this.compaction = compaction;
    this.live = live;
    this.finished = finished;
  }

  /**
   * The commits on disk, after what a crash left behind is deleted. Nothing is touched in a folder
   * that a newer version has written.
   */
  static Ledger recover(Committer committer, Compaction compaction) throws IOException {
    FileColumns.requireWritable(committer.liveFiles());
    committer.settle();
    LiveCommits live = committer.tidy();
    Map<TrialId, TrialStatus> finished = new LiveRows(committer.files(), live).finished();
    return new Ledger(committer, compaction, live, finished);
  }

  Map<TrialId, TrialStatus> finished() {
    return Map.copyOf(finished);
  }

  Map<TrialId, FinishedTrial> figures(Set<TrialId> trials) throws IOException {
    return rows().figures(trials);
  }

  boolean hasStarted(String sweepId) throws IOException {
    return rows().startOf(sweepId).isPresent();
  }

  Map<TrialId, Origin> origins(String sweepId) throws IOException {
    return rows().origins(sweepId);
  }

  boolean hasEnded(String sweepId) throws IOException {
    return rows().endOf(sweepId).isPresent();
  }

  private LiveRows rows() {
    return new LiveRows(committer.files(), live);
  }

  void add(List<TrialRow> trials) throws IOException {
    Map<TrialId, TrialStatus> fresh = statuses(trials);
    append(Content.of(trials));
    finished.putAll(fresh);
  }

  /** Adds the row of a sweep, or puts it in the place of the one before. */
  void put(SweepRow sweep) throws IOException {
    var first = rows().startOf(sweep.sweepId());
    if (first.isEmpty()) {
      append(Content.of(sweep));
    } else {
      Filter others = Filter.without(SweepColumns.SWEEP_ID, Set.of(sweep.sweepId()));
      Content kept = rewritten(live.ranges(), others);
      replace(live.allAndNext(), kept.and(Content.of(sweep.startedAt(first.get()))));
    }
  }

  void remove(Set<TrialId> trials) throws IOException {
    Set<TrialId> known = new HashSet<>(trials);
    known.retainAll(finished.keySet());
    if (!known.isEmpty()) {
      Set<String> ids = known.stream().map(TrialId::value).collect(Collectors.toSet());
      replace(
          live.allAndNext(), rewritten(live.ranges(), Filter.without(TrialColumns.TRIAL_ID, ids)));
      finished.keySet().removeAll(known);
    }
  }

  void mergeAll() throws IOException {
    if (live.ranges().size() > 1) {
      merge(live.ranges());
    }
  }

  private void append(Content content) throws IOException {
    live = live.plus(committer.commit(live.next(), content));
    for (var due = compaction.due(live); !due.isEmpty(); due = compaction.due(live)) {
      merge(due);
    }
  }

  /**
   * Of the newest commits; where terms count, every change takes a number that can be taken once.
   */
  private void merge(List<CommitRange> sources) throws IOException {
    CommitRange over = Compaction.over(sources);
    replace(
        committer.tenure().term() == 0 ? over : new CommitRange(over.from(), live.last() + 1),
        rewritten(sources, Filter.all()));
  }

  private void replace(CommitRange range, Content content) throws IOException {
    committer.commit(range, content);
    live = committer.tidy();
  }

  private Content rewritten(Collection<CommitRange> sources, Filter filter) {
    return new Rewrite(committer.files(), sources, filter);
  }

  private Map<TrialId, TrialStatus> statuses(List<TrialRow> trials) {
    Map<TrialId, TrialStatus> statuses = new HashMap<>();
    for (TrialRow trial : trials) {
      TrialId id = trial.id();
      if (finished.containsKey(id) || statuses.put(id, trial.status()) != null) {
        throw new IllegalArgumentException("The trial " + id + " must be committed once");
      }
    }
    return statuses;
  }
}
