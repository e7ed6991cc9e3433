package prunesweep.trainer;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.method.Memory;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Place in the course of a trial, beside its networks.
 *
 * @param leg the training under way; null between two of them
 * @param turn what is remembered
 * @param methodEnd what was there when the method was done; null before
 * @param lastEpoch the last epoch of the training before
 * @param epochsShared epochs that a stage trained
 * @param seconds wall clock until here
 * @param dense the dense network that the trial is compared with; null before it stands
 * @param rows all rows but those of the training under way
 */
record CourseState(
    @Nullable Leg leg,
    Turn turn,
    @Nullable MethodEnd methodEnd,
    int lastEpoch,
    int epochsShared,
    double seconds,
    @Nullable Parameters dense,
    TrialResults rows)
    implements Serializable {

  /**
   * The place of {@code trial}, which goes on from here on its own; another one went until here.
   *
   * @param epochs how many were trained until here
   */
  CourseState takenOverBy(TrialSpec trial, int epochs) {
    Memory retraining = trial.retraining().continuation(trial.training()).memory();
    Turn own = new Turn(turn.method(), retraining);
    return new CourseState(leg, own, null, lastEpoch, epochs, 0, null, rows.copy());
  }

  /**
   * One training of a trial.
   *
   * @param phase what it is called in the table of epochs
   * @param stage what the network is called at its end; null where the method says it then
   * @param training by which protocol
   * @param pruneEvery steps after which the method is asked for a prune; 0 for never
   * @param lookEvery steps before which the method looks at the network; 0 for never
   */
  record Leg(
      String phase, @Nullable String stage, TrainingSpec training, int pruneEvery, int lookEvery)
      implements Serializable {}

  /**
   * Memory from one answer to the next.
   *
   * @param method by the method
   * @param retraining by what follows it
   */
  record Turn(Memory method, Memory retraining) implements Serializable {}

  /**
   * Rows at the end of the method.
   *
   * @param evaluations number of stages kept
   * @param epochs number of epochs
   */
  record MethodEnd(int evaluations, int epochs) implements Serializable {}
}
