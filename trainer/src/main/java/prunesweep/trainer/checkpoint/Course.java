package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import java.util.Optional;

/**
 * Course of a trial until a stage ended that goes beyond the dense training.
 *
 * @param epochsBefore epochs of the trainings before the one under way
 * @param aside the dense training that the next one needs first, if it is under way
 * @param state all the rest beside the progress of its training, of records alone; for the run of a
 *     trial to know
 */
public record Course(int epochsBefore, Optional<Progress> aside, Serializable state) {}
