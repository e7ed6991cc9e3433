package prunesweep.trainer.trial;

import prunesweep.trainer.key.Named;

/** Something to keep of a trial that may be there only where something is pruned. */
public interface OfPruning extends Named {

  /** Tells whether it says something only where something is pruned. */
  boolean needsPrune();
}
