package prunesweep.trainer.score;

import java.io.Serializable;
import prunesweep.scorer.Need;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.key.Named;
import prunesweep.trainer.key.Versioned;

/**
 * Score that a trial uses: what decides the scores, not the object that computes them.
 *
 * @param name the name of the scorer
 * @param version the version of what it computes, from 1
 * @param jar SHA-256 in hexadecimal of the jar it was found in; empty for those that come along
 * @param need what it is given beside the weights
 */
public record ScoreSpec(String name, int version, String jar, Need need)
    implements Named, Versioned, Serializable {

  /** The score by the absolute value of a weight. */
  public static final ScoreSpec MAGNITUDE = own(new Magnitude());

  /** The score by chance. */
  public static final ScoreSpec RANDOM = own(new RandomScore());

  /** The score by activation counters. */
  public static final ScoreSpec NEURONS = own(new Neurons());

  /** The score by activation counters times absolute values. */
  public static final ScoreSpec NEURONS_WEIGHTS = own(new NeuronsWeights());

  static ScoreSpec own(Scorer scorer) {
    return new ScoreSpec(scorer.name(), scorer.version(), "", scorer.need());
  }

  @Override
  public String label() {
    return name;
  }

  /** Tells whether it counts activations. */
  public boolean counts() {
    return need == Need.COUNTERS;
  }

  /** Tells whether it looks at batches of training images. */
  public boolean looksAtBatches() {
    return need != Need.NOTHING && need != Need.COUNTERS;
  }
}
