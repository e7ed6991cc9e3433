package prunesweep.driver.spark;

import java.util.Optional;
import prunesweep.driver.plan.Planned;
import prunesweep.trainer.spec.StageId;

/**
 * One piece of work.
 *
 * @param planned a trial or a stage
 * @param start the stage it goes on from, if any
 */
record Work(Planned planned, Optional<StageId> start) {}
