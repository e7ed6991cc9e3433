package prunesweep.driver.spark;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import prunesweep.driver.plan.Planned;
import prunesweep.trainer.spec.StageId;

/**
 * One piece of work.
 *
 * @param planned a trial or a stage
 * @param start the stage it goes on from, if any
 * @param dense the stage that trains the dense network it is compared with, if any
 */
record Work(Planned planned, Optional<StageId> start, Optional<StageId> dense) {

  /** The stages that must have ended before. */
  Set<StageId> needs() {
    Set<StageId> needs = new HashSet<>();
    start.ifPresent(needs::add);
    dense.ifPresent(needs::add);
    return needs;
  }

  /** The same, doing itself what {@code stage} would have done for it. */
  Work without(StageId stage) {
    return new Work(
        planned,
        start.filter(needed -> !needed.equals(stage)),
        dense.filter(needed -> !needed.equals(stage)));
  }
}
