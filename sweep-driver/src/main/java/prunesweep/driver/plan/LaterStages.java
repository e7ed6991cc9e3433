package prunesweep.driver.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.TrialId;

/**
 * Stages beyond the dense training that trials of one trunk share. Trials go one way until their
 * ways part, once and for all; so where many part, one stage ends.
 */
final class LaterStages {

  /** A trial with the stages on its way. */
  private record Way(PlannedTrial trial, List<PlannedStage> stages) {

    static Way of(PlannedTrial trial) {
      return new Way(
          trial, trial.spec().laterStages().stream().map(spec -> stage(trial, spec)).toList());
    }

    private static PlannedStage stage(PlannedTrial trial, StageSpec spec) {
      return new PlannedStage(trial.position(), spec, spec.id(), Optional.empty(), trial.request());
    }

    Optional<StageId> id(int place) {
      return place < stages.size() ? Optional.of(stages.get(place).id()) : Optional.empty();
    }
  }

  private final Set<StageId> kept;
  private final List<PlannedStage> stages = new ArrayList<>();
  private final Map<TrialId, StageId> starts = new HashMap<>();

  private LaterStages(Set<StageId> kept) {
    this.kept = kept;
  }

  /** All that trials could share, whichever of them are to run. */
  static Set<StageId> possible(Collection<PlannedTrial> trials) {
    return trials.stream()
        .flatMap(trial -> trial.spec().laterStages().stream())
        .collect(Collectors.groupingBy(StageSpec::id, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(passing -> passing.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Those that {@code trials} share, and those that are {@code kept} and that one of them can go on
   * from.
   */
  static LaterStages of(Collection<PlannedTrial> trials, Set<StageId> kept) {
    LaterStages later = new LaterStages(kept);
    Comparator<PlannedTrial> inOrder = Comparator.comparingInt(PlannedTrial::position);
    later.part(trials.stream().sorted(inOrder).map(Way::of).toList(), 0, Optional.empty());
    return later;
  }

  /** Those that go on from the dense training, and are not kept. */
  List<PlannedStage> firsts() {
    return stages.stream().filter(this::isFirst).toList();
  }

  private boolean isFirst(PlannedStage stage) {
    return stage.from().isEmpty() && !kept.contains(stage.id());
  }

  /** All of them, each after the one it goes on from; the first ones go on from {@code dense}. */
  List<PlannedStage> after(Optional<StageId> dense) {
    return stages.stream().map(stage -> isFirst(stage) ? stage.goingOnFrom(dense) : stage).toList();
  }

  /** Tells whether {@code trial} goes on from one of them. */
  boolean isStartOf(PlannedTrial trial) {
    return starts.containsKey(trial.id());
  }

  /** The stage that a trial goes on from, of those that go on from one. */
  Map<TrialId, StageId> starts() {
    return Map.copyOf(starts);
  }

  /** Lets {@code ways}, which are one before {@code place}, go on from the stage {@code before}. */
  private void part(List<Way> ways, int place, Optional<StageId> before) {
    ways.stream()
        .collect(
            Collectors.groupingBy(way -> way.id(place), LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (stage, together) -> {
              if (stage.isPresent()) {
                goOn(together, place, before);
              } else {
                together.forEach(way -> start(way, before));
              }
            });
  }

  private void start(Way way, Optional<StageId> before) {
    before.ifPresent(stage -> starts.put(way.trial().id(), stage));
  }

  /** Ends a stage where {@code ways}, which are one at {@code place}, part. */
  private void goOn(List<Way> ways, int place, Optional<StageId> before) {
    Way first = ways.get(0);
    int last = place;
    while (areOne(ways, last + 1)) {
      last++;
    }
    Optional<StageId> from = before;
    for (int each = last; each >= place; each--) {
      if (kept.contains(first.stages().get(each).id())) {
        from = Optional.of(add(first.stages().get(each), Optional.empty()));
        break;
      }
    }
    if (ways.size() == 1) {
      start(first, from);
      return;
    }
    StageId end = first.stages().get(last).id();
    if (!from.equals(Optional.of(end))) {
      add(first.stages().get(last), from);
    }
    part(ways, last + 1, Optional.of(end));
  }

  private static boolean areOne(List<Way> ways, int place) {
    Optional<StageId> stage = ways.get(0).id(place);
    return stage.isPresent() && ways.stream().allMatch(way -> way.id(place).equals(stage));
  }

  private StageId add(PlannedStage stage, Optional<StageId> from) {
    stages.add(stage.goingOnFrom(from));
    return stage.id();
  }
}
