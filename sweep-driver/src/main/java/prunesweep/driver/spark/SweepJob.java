package prunesweep.driver.spark;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import prunesweep.driver.plan.Planned;
import prunesweep.trainer.spec.StageId;

/**
 * A trial or a stage to be run, and the stages that it needs.
 *
 * @param planned the trial or stage
 * @param start the stage it goes on from, if any
 * @param dense the stage that trains the dense network it is compared with, if any
 */
record SweepJob(Planned planned, Optional<StageId> start, Optional<StageId> dense) {

  /** The stages that must have ended before it can run. */
  Set<StageId> needs() {
    Set<StageId> needs = new HashSet<>();
    start.ifPresent(needs::add);
    dense.ifPresent(needs::add);
    return needs;
  }

  /** The same job without {@code stage}, whose training it does itself. */
  SweepJob without(StageId stage) {
    return new SweepJob(
        planned,
        start.filter(needed -> !needed.equals(stage)),
        dense.filter(needed -> !needed.equals(stage)));
  }
}
