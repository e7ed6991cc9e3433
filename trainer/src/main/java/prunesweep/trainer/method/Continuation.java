package prunesweep.trainer.method;

import prunesweep.trainer.network.NetworkView;

/** Says what comes after a training. */
public interface Continuation {

  /**
   * Answers that say what comes next; asked after each training and after each prune that was
   * answered before, until the answer is {@link Next.Done}.
   *
   * @param epoch the last epoch that was trained, from 1 within its phase
   * @param network the network as it is now
   */
  Next next(int epoch, NetworkView network);

  /** All that is remembered by now; a trial that is interrupted goes on from it. */
  Memory memory();

  /**
   * Goes on from {@code memory}.
   *
   * @param memory of another one with the same settings
   */
  void restore(Memory memory);
}
