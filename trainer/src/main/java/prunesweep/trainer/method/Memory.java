package prunesweep.trainer.method;

import java.io.Serializable;

/**
 * All that a method or what follows it remembers from one turn to the next: a record that never
 * changes. Whoever is given it goes on as the one that gave it would have.
 */
public interface Memory extends Serializable {

  /** The memory of who remembers nothing. */
  record None() implements Memory {}
}
