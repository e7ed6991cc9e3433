package prunesweep.trainer.spec;

import java.io.Serializable;

/** Which weights compete with each other when a share of them is pruned. */
public sealed interface Scope extends Serializable permits GlobalScope, LocalScope {

  /** The scope's name in configs and tables. */
  String label();

  /** Cycles of a network with {@code hiddenLayers} hidden layers. */
  int cycles(int hiddenLayers);

  /** Writes what makes this scope differ from another into {@code text}. */
  void describe(CanonicalText text);
}
