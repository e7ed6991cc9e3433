package prunesweep.trainer.spec;

import java.io.Serializable;

/** What is done to the network, while it trains or after. */
public sealed interface MethodSpec extends Serializable
    permits DenseTraining, ActivationPruning, MagnitudePruning, OneShotPruning {

  /** The method's name in configs and tables. */
  String label();

  /** Writes what makes this method differ from another into {@code text}. */
  void describe(CanonicalText text);
}
