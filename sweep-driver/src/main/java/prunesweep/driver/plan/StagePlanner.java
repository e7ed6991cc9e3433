package prunesweep.driver.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.spec.EndOfTraining;
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
    return byTrunk(plan.trials()).values().stream()
        .flatMap(trials -> StageChain.of(trials).stages().stream())
        .map(StageSpec::id)
        .collect(Collectors.toSet());
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
    Optional<StageId> before = Optional.empty();
    for (StageSpec spec : shared(chain, trials)) {
      List<PlannedTrial> behind = trials.stream().filter(trial -> isBehind(spec, trial)).toList();
      List<PlannedTrial> compared = trials.stream().filter(trial -> compares(spec, trial)).toList();
      PlannedStage stage = stage(spec, first(behind, compared), before);
      stages.add(stage);
      behind.forEach(trial -> starts.put(trial.id(), stage.id()));
      compared.forEach(trial -> denses.put(trial.id(), stage.id()));
      before = Optional.of(stage.id());
    }
  }

  private static boolean isBehind(StageSpec stage, PlannedTrial trial) {
    return trial.spec().startsWith(stage);
  }

  private static boolean compares(StageSpec stage, PlannedTrial trial) {
    return stage.stop() instanceof EndOfTraining && trial.spec().isComparedWithDense();
  }

  private static PlannedTrial first(List<PlannedTrial> some, List<PlannedTrial> others) {
    return Stream.concat(some.stream(), others.stream())
        .min(Comparator.comparingInt(PlannedTrial::position))
        .orElseThrow();
  }

  /** What is kept need not go on from anything. */
  private PlannedStage stage(StageSpec spec, PlannedTrial first, Optional<StageId> before) {
    StageId id = spec.id();
    Optional<StageId> from = kept.contains(id) ? Optional.empty() : before;
    return new PlannedStage(first.position(), spec, id, from, first.request());
  }

  /**
   * From the last stage back: running one pays where a trial goes its own way and another trial or
   * stage goes on from there too, or is compared with the network there.
   */
  private List<StageSpec> shared(StageChain chain, List<PlannedTrial> trials) {
    Deque<StageSpec> shared = new ArrayDeque<>();
    List<PlannedTrial> left = trials;
    int users = 0;
    for (int index = chain.stages().size() - 1; index >= 0; index--) {
      StageSpec stage = chain.stages().get(index);
      List<PlannedTrial> earlier = left.stream().filter(trial -> !isBehind(stage, trial)).toList();
      int leaving = left.size() - earlier.size();
      int compared = (int) earlier.stream().filter(trial -> compares(stage, trial)).count();
      left = earlier;
      users += leaving;
      boolean isKept = kept.contains(stage.id());
      int all = users + compared;
      if (isKept ? all > 0 : leaving + compared > 0 && all > 1) {
        shared.addFirst(stage);
        users = isKept ? 0 : 1;
      }
    }
    return List.copyOf(shared);
  }
}
