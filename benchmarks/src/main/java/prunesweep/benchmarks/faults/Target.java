package prunesweep.benchmarks.faults;

/** Kinds of process that a fault can strike. */
public enum Target {
  /** A process that runs trials. */
  EXECUTOR,
  /** A process that starts executors on its host. */
  WORKER,
  /** The process that gives workers to applications. */
  MASTER,
  /** The process that plans the sweep and writes its tables. */
  DRIVER,
  /** The server that keeps the results, where that is not a disk of this machine. */
  STORE
}
