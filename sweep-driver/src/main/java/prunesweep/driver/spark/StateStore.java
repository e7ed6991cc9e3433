package prunesweep.driver.spark;

import java.util.Optional;
import prunesweep.driver.plan.WorkId;

/**
 * Keeps the states of trials and stages under way beyond the run that trains them; called by one
 * thread only, but for {@link #again}.
 */
public interface StateStore {

  /** Looks at what an earlier run kept before the work begins: what cannot be used is dropped. */
  void inspect(WorkId work);

  /** The state that was kept last; empty where there is none that can be read. By any thread. */
  Optional<byte[]> again(WorkId work);

  /** Keeps a state in place of an earlier one. */
  void keep(WorkId work, byte[] state);

  /** Forgets the state of what has ended. */
  void drop(WorkId work);
}
