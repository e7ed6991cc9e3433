package prunesweep.trainer.training;

import java.util.Optional;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;

/**
 * Everything that decides how an engine goes on. Random numbers are no part of it: each epoch has
 * its own stream, whatever was drawn before.
 *
 * @param parameters weights and biases
 * @param optimizer what the update rule remembers
 * @param held the mask in force, if any
 */
public record EngineState(Parameters parameters, OptimizerState optimizer, Optional<Mask> held) {

  /** The state of an engine that starts from {@code parameters}. */
  public static EngineState initial(Parameters parameters) {
    return new EngineState(parameters, OptimizerState.NONE, Optional.empty());
  }
}
