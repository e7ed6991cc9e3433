package prunesweep.benchmarks.faults;

/** Kinds of fault. */
public enum Deed {
  /** SIGKILL: gone at once, without a word. */
  KILL,
  /** SIGSTOP and, some seconds later, SIGCONT: not gone, but silent. */
  FREEZE,
  /** SIGPWR and, some seconds later, SIGKILL: a machine that is taken away with notice. */
  DECOMMISSION
}
