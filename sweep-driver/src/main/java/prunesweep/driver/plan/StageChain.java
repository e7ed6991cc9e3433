package prunesweep.driver.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.TrunkSpec;

/**
 * The stages that trials of one trunk can share.
 *
 * @param stages each is a start of the next; all count what any of the trials needs
 */
record StageChain(List<StageSpec> stages) {

  /** A stage for each point that {@code trials}, which have one trunk, share, and its end. */
  static StageChain of(List<PlannedTrial> trials) {
    TrunkSpec trunk = trials.get(0).spec().trunk();
    List<StopPoint> points =
        trials.stream().map(trial -> trial.spec().method().sharedUntil()).distinct().toList();
    Set<CounterSpec> counters =
        points.stream().flatMap(point -> point.counters().stream()).collect(Collectors.toSet());
    Stream<StopPoint> stops =
        Stream.concat(points.stream(), Stream.of(new EndOfTraining()))
            .filter(StopPoint::isAfterTraining)
            .map(point -> point.counting(counters))
            .distinct()
            .sorted((one, other) -> one.equals(other) ? 0 : one.isPassedBy(other) ? -1 : 1);
    return new StageChain(stops.map(stop -> new StageSpec(trunk, stop)).toList());
  }
}
