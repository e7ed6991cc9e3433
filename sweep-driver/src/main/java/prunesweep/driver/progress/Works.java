package prunesweep.driver.progress;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrunkSpec;
import prunesweep.trainer.trial.TrialSpec;

/** The pieces of work of a plan. Seeds apart, equal ones are the most alike. */
final class Works {

  private final StagePlan stages;
  private final ToDoubleFunction<Planned> epochCost;

  private Works(StagePlan stages, ToDoubleFunction<Planned> epochCost) {
    this.stages = stages;
    this.epochCost = epochCost;
  }

  /**
   * All of {@code trials} and {@code stages}, by name.
   *
   * @param epochCost operations of an epoch of a trial or stage
   */
  static Map<WorkId, Work> of(
      Collection<PlannedTrial> trials, StagePlan stages, ToDoubleFunction<Planned> epochCost) {
    Works works = new Works(stages, epochCost);
    Map<WorkId, Work> all = new LinkedHashMap<>();
    stages.stages().forEach(stage -> all.put(stage.work(), works.of(stage)));
    trials.forEach(trial -> all.put(trial.work(), works.of(trial)));
    return all;
  }

  private Work of(PlannedStage stage) {
    TrunkSpec trunk = stage.spec().trunk();
    Object stop = stage.spec().stop().apartFromSeed();
    Object alike = List.of(trunk.dataset(), trunk.network(), trunk.training(), stop);
    Object network = List.of(trunk.dataset(), trunk.network());
    Set<WorkId> needs = new HashSet<>();
    stage.from().map(WorkId::of).ifPresent(needs::add);
    return new Work(
        stage.work(),
        stage.position(),
        true,
        needs,
        size(stage, trunk.training()),
        List.of(alike, List.of("stage", trunk.training()), "stage"),
        List.of(alike, network, "all"));
  }

  private Work of(PlannedTrial trial) {
    TrialSpec spec = trial.spec();
    StageId start = stages.starts().get(trial.id());
    String kind = start == null ? "trial" : "trial from a stage";
    String method = spec.method().section().label();
    Object alike =
        List.of(
            kind,
            List.of(spec.dataset(), spec.network(), spec.training()),
            List.of(spec.method(), spec.retraining(), spec.analyses(), spec.keep()));
    Object network = List.of(spec.dataset(), spec.network());
    Object pruning = List.of(kind, spec.method().prunes());
    return new Work(
        trial.work(),
        trial.position(),
        false,
        needs(trial, start),
        size(trial, spec.training()),
        List.of(alike, List.of(kind, method, spec.training()), List.of(kind, method), pruning),
        List.of(alike, List.of(network, method), network, method, "all"));
  }

  private Set<WorkId> needs(PlannedTrial trial, @Nullable StageId start) {
    Set<WorkId> needs = new HashSet<>();
    if (start != null) {
      needs.add(WorkId.of(start));
    }
    StageId dense = stages.denses().get(trial.id());
    if (dense != null) {
      needs.add(WorkId.of(dense));
    }
    return needs;
  }

  private Work.Size size(Planned planned, TrainingSpec training) {
    return new Work.Size(training.maxEpochs(), epochCost.applyAsDouble(planned));
  }
}
