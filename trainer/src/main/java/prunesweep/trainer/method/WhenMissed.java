package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;

/** Answers to a training that ended before its last prune. */
public enum WhenMissed implements Named {
  /** It stays as it is, short of its target: the paper. */
  LEAVE("leave"),
  /** What is left of the target is pruned at once, and the network is trained on. */
  FINISH("finish");

  private final String label;

  WhenMissed(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
