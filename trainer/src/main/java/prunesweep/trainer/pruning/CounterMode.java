package prunesweep.trainer.pruning;

import prunesweep.trainer.key.Named;

/** Treatment of the running counters after a prune. */
public enum CounterMode implements Named {
  /** They go on: the paper. */
  ACCUMULATE("accumulate"),
  /** They start again from zero. */
  RESET("reset");

  private final String label;

  CounterMode(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
