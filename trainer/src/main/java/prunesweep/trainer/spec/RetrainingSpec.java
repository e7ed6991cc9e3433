package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * What follows when a network is pruned: training by the same protocol, with early stopping and
 * optimiser begun anew (protocol, section 7).
 *
 * @param mode from which weights, and with which mask
 * @param rewindEpoch of mode {@code rewound}: the epoch of the dense training of the same seed
 *     after which the weights are taken, 0 for the initial ones (Frankle and Carbin 2019; Frankle
 *     et al. 2020); 0 of the other modes
 */
public record RetrainingSpec(RetrainingMode mode, int rewindEpoch) implements Serializable {

  /** No training after the pruning. */
  public static final RetrainingSpec NONE = new RetrainingSpec(RetrainingMode.NONE, 0);

  public RetrainingSpec {
    Require.between("rewind-epoch", rewindEpoch, 0, 1_000_000);
  }

  /** Whether there is any. */
  public boolean isAsked() {
    return mode != RetrainingMode.NONE;
  }

  /** Nothing is written of what is not asked: such trials keep their ids. */
  void describe(CanonicalText text) {
    if (isAsked()) {
      text.put("retraining", mode.label());
    }
    if (mode == RetrainingMode.REWOUND) {
      text.put("rewind-epoch", rewindEpoch);
    }
  }
}
