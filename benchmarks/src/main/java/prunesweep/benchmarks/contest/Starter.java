package prunesweep.benchmarks.contest;

/** Start of a contestant's process. */
@FunctionalInterface
interface Starter {

  /**
   * Starts a peer and waits until it is prepared, with the kernel asked for if it uses OpenBLAS.
   *
   * @throws BenchException if it cannot be prepared
   */
  Peer start(CoreType core);
}
