package prunesweep.trainer.training;

import prunesweep.trainer.key.Named;

/** The reason why a training run ended. */
public enum StopReason implements Named {
  /** The running training accuracy reached its target. */
  TARGET_ACCURACY("target-accuracy"),
  /** The validation loss rose (see {@link EarlyStopping}). */
  EARLY_STOPPING("early-stopping"),
  /** The epochs were used up. */
  MAX_EPOCHS("max-epochs");

  private final String label;

  StopReason(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
