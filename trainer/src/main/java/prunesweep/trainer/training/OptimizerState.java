package prunesweep.trainer.training;

import java.util.List;
import prunesweep.trainer.network.Parameters;

/**
 * What an update rule remembers of earlier batches.
 *
 * @param steps updates made, where the rule counts them, else 0
 * @param moments one number a parameter each, in the form of the parameters: of Adam the running
 *     means of the gradients and of their squares; none of SGD
 */
public record OptimizerState(int steps, List<Parameters> moments) {

  /** Of a rule that remembers nothing, or nothing yet. */
  public static final OptimizerState NONE = new OptimizerState(0, List.of());

  public OptimizerState {
    moments = List.copyOf(moments);
  }
}
