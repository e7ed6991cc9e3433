package prunesweep.benchmarks.contest;

/**
 * A contestant that takes part.
 *
 * @param contestant the program that is timed
 * @param core the kernel asked for
 * @param peer its process, prepared
 */
record Entrant(Contestant contestant, CoreType core, Peer peer) {

  /** The kernel it runs on, as its library names it; "-" where no library names one. */
  String kernel() {
    return peer.facts().getOrDefault("kernel", "-");
  }

  boolean hasKernelOf(Entrant other) {
    return kernel().equals(other.kernel());
  }

  /** Does its share of {@code steps} steps and adds what they took to {@code series}. */
  void run(int steps, StepTimes series) {
    int own = contestant.steps(steps);
    series.add(peer.run(own), own);
  }
}
