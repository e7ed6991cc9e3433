package prunesweep.trainer.training;

import java.util.List;
import prunesweep.trainer.network.Parameters;

/**
 * The memory that an update rule has of earlier batches.
 *
 * @param steps updates made, where the rule counts them, else 0
 * @param moments one number a parameter each, in the form of the parameters: of Adam the running
 *     means of the gradients and of their squares; none of SGD
 */
public record OptimizerState(int steps, List<Parameters> moments) {

  /** The state of a rule that remembers nothing, or nothing yet. */
  public static final OptimizerState NONE = new OptimizerState(0, List.of());

  public OptimizerState {
    moments = List.copyOf(moments);
  }
}
