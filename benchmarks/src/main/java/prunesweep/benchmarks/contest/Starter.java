package prunesweep.benchmarks.contest;

/** Starts the process of a contestant. */
@FunctionalInterface
interface Starter {

  /**
   * A peer that is prepared, with the kernel asked for if it uses OpenBLAS.
   *
   * @throws BenchException if it does not get there
   */
  Peer start(CoreType core);
}
