package prunesweep.trainer.network;

import prunesweep.trainer.spec.NetworkSpec;

/** Initial parameters of networks that name no law of their own. */
public final class GlorotUniform {

  private GlorotUniform() {}

  /** Those of {@link InitialParameters}. */
  public static Parameters initialise(NetworkSpec network, int inputs, int classes, long seed) {
    return InitialParameters.initialise(network, inputs, classes, seed);
  }

  /** Those of {@link InitialParameters}, from the random streams called {@code stream}. */
  public static Parameters initialise(
      NetworkSpec network, int inputs, int classes, long seed, String stream) {
    return InitialParameters.initialise(network, inputs, classes, seed, stream);
  }
}
