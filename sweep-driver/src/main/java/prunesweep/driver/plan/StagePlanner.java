package prunesweep.driver.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.spec.TrunkSpec;

/**
 * Finds what trials of a plan share. Which stages there can be follows from the whole plan, so that
 * a sweep that goes on finds those it kept; which are run, from the trials that still are to run.
 */
public final class StagePlanner {

  private final Set<StageId> kept;
  private final List<PlannedStage> stages = new ArrayList<>();
  private final Map<TrialId, StageId> starts = new HashMap<>();
  private final Map<TrialId, StageId> denses = new HashMap<>();

  private StagePlanner(Set<StageId> kept) {
    this.kept = kept;
  }

  /** Every stage that trials of {@code plan} can share, whatever is done already. */
  public static Set<StageId> possible(SweepPlan plan) {
    Set<StageId> possible = new HashSet<>(LaterStages.possible(plan.trials()));
    for (List<PlannedTrial> trials : byTrunk(plan.trials()).values()) {
      StageChain.of(trials).stages().forEach(stage -> possible.add(stage.id()));
    }
    return possible;
  }

  /**
   * The stages that save something: those that two of the {@code pending} trials share, and those
   * that are {@code kept} and that one of them can go on from.
   *
   * @param pending trials of {@code plan} that are to run
   * @param kept stages whose checkpoint is there already
   */
  public static StagePlan plan(
      SweepPlan plan, Collection<PlannedTrial> pending, Set<StageId> kept) {
    StagePlanner planner = new StagePlanner(kept);
    if (plan.sharesStages()) {
      Map<TrunkSpec, List<PlannedTrial>> planned = byTrunk(plan.trials());
      byTrunk(pending)
          .forEach(
              (trunk, trials) ->
                  planner.add(StageChain.of(Objects.requireNonNull(planned.get(trunk))), trials));
    }
    return new StagePlan(planner.stages, planner.starts, planner.denses);
  }

  private static Map<TrunkSpec, List<PlannedTrial>> byTrunk(Collection<PlannedTrial> trials) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                trial -> trial.spec().trunk(), LinkedHashMap::new, Collectors.toList()));
  }

  private void add(StageChain chain, List<PlannedTrial> trials) {
    LaterStages later = LaterStages.of(trials, kept);
    Departures departures = Departures.of(chain, trials, later);
    List<Integer> shared = shared(departures);
    List<Planned> firsts = firsts(departures, shared);
    Optional<StageId> before = Optional.empty();
    for (int place = 0; place < shared.size(); place++) {
      int index = shared.get(place);
      PlannedStage stage = stage(departures.stage(index), firsts.get(place), before);
      stages.add(stage);
      int next = place + 1 < shared.size() ? shared.get(place + 1) : chain.stages().size();
      departures.leaving().subList(index, next).stream()
          .flatMap(List::stream)
          .forEach(leaving -> start(leaving, stage.id()));
      departures.comparedAt(index).forEach(trial -> denses.put(trial.id(), stage.id()));
      before = Optional.of(stage.id());
    }
    stages.addAll(later.after(before));
    starts.putAll(later.starts());
  }

  /** Stages after the chain are told where they start once all of the chain is known. */
  private void start(Planned leaving, StageId stage) {
    if (leaving instanceof PlannedTrial trial) {
      starts.put(trial.id(), stage);
    }
  }

  /** For each of the stages {@code shared} the first that needs it, from the last back. */
  private static List<Planned> firsts(Departures departures, List<Integer> shared) {
    Deque<Planned> firsts = new ArrayDeque<>();
    Optional<Planned> behind = Optional.empty();
    int until = departures.leaving().size();
    for (int place = shared.size() - 1; place >= 0; place--) {
      int index = shared.get(place);
      Stream<Planned> leaving =
          departures.leaving().subList(index, until).stream().flatMap(List::stream);
      behind = Departures.first(Stream.concat(behind.stream(), leaving));
      firsts.addFirst(
          Departures.first(Stream.concat(behind.stream(), departures.comparedAt(index).stream()))
              .orElseThrow());
      until = index;
    }
    return List.copyOf(firsts);
  }

  /** What is kept need not go on from anything. */
  private PlannedStage stage(StageSpec spec, Planned first, Optional<StageId> before) {
    StageId id = spec.id();
    Optional<StageId> from = kept.contains(id) ? Optional.empty() : before;
    return new PlannedStage(first.position(), spec, id, from, first.request());
  }

  /**
   * The indices of the stages that are worth it, from the last stage back: running one pays where a
   * trial goes its own way and another trial or stage goes on from there too, or is compared with
   * the network there.
   */
  private List<Integer> shared(Departures departures) {
    Deque<Integer> shared = new ArrayDeque<>();
    int users = 0;
    for (int index = departures.leaving().size() - 1; index >= 0; index--) {
      int leaving = departures.leaving().get(index).size();
      int compared = departures.comparedFromElsewhere(index);
      users += leaving;
      boolean isKept = kept.contains(departures.stage(index).id());
      int all = users + compared;
      if (isKept ? all > 0 : leaving + compared > 0 && all > 1) {
        shared.addFirst(index);
        users = isKept ? 0 : 1;
      }
    }
    return List.copyOf(shared);
  }
}
