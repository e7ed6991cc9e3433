package prunesweep.driver.plan;

import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.FirstThreshold;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.TrunkSpec;

/**
 * The stages that trials of one trunk can share.
 *
 * @param stages each is a start of the next; all count what any of the trials needs
 */
record StageChain(List<StageSpec> stages) {

  /** A stage for each first threshold of {@code trials}, which have one trunk, and its end. */
  static StageChain of(List<PlannedTrial> trials) {
    TrunkSpec trunk = trials.get(0).spec().trunk();
    List<ActivationPruning> methods =
        trials.stream()
            .map(trial -> trial.spec().method())
            .filter(ActivationPruning.class::isInstance)
            .map(ActivationPruning.class::cast)
            .toList();
    List<CounterSpec> counters =
        methods.stream().flatMap(method -> method.countedBeforeFirstPrune().stream()).toList();
    Stream<StopPoint> thresholds =
        methods.stream()
            .map(ActivationPruning::firstThreshold)
            .distinct()
            .sorted()
            .map(threshold -> new FirstThreshold(threshold, counters));
    return new StageChain(
        Stream.concat(thresholds, Stream.of(new EndOfTraining()))
            .map(stop -> new StageSpec(trunk, stop))
            .toList());
  }
}
