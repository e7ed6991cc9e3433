package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;
import prunesweep.trainer.spec.LearningRateSchedule;

/** The learning rate of the training that follows the pruning, where it has a schedule. */
public enum RetrainingRate implements Named {
  /** By the schedule from its start. */
  ANEW("anew"),
  /** By the schedule from the epoch on that the weights are of: the lottery ticket. */
  REWOUND("rewound"),
  /** That of the last drop at every step: fine-tuning. */
  LAST("last");

  private final String label;

  RetrainingRate(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The course of a training from weights of epoch {@code rewindEpoch}. */
  LearningRateSchedule course(LearningRateSchedule schedule, int rewindEpoch) {
    return switch (this) {
      case ANEW -> schedule;
      case REWOUND -> schedule.after(rewindEpoch);
      case LAST -> schedule.after(Integer.MAX_VALUE);
    };
  }
}
