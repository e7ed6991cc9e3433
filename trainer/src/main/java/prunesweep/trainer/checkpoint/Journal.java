package prunesweep.trainer.checkpoint;

import java.util.function.Supplier;

/** Journal of a trial or stage under way; called by the thread that trains. */
@FunctionalInterface
public interface Journal {

  /** Keeps nothing. */
  Journal NONE = (standing, state) -> {};

  /**
   * Hears that an epoch ended.
   *
   * @param standing where the training stands
   * @param state makes the bytes from which another run goes on here; to be asked during this call
   *     or never. It costs a copy of the network.
   */
  void epochEnded(Standing standing, Supplier<byte[]> state);
}
