package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * A weighted nuclear norm of the hidden matrices added to the loss (Ganguli and Chong 2024,
 * equation 4).
 *
 * @param strength factor of the norm, 0 for none
 * @param weights how singular values are weighed
 * @param every steps from one move along its gradient to the next, each that many times as long:
 *     decompositions cost more than steps
 */
public record NuclearNormSpec(double strength, NormWeights weights, int every)
    implements Serializable {

  /** No such term. */
  public static final NuclearNormSpec NONE = new NuclearNormSpec(0, NormWeights.EQUAL, 1);

  public NuclearNormSpec {
    Require.zeroOrPositive("nuclear-norm.strength", strength);
    Require.between("nuclear-norm.every", every, 1, 1_000_000);
  }

  /** Whether there is any. */
  public boolean isAsked() {
    return strength > 0;
  }

  /** Nothing is written of what is not asked: such trials keep their ids. */
  void describe(CanonicalText text) {
    if (isAsked()) {
      text.put("training.nuclear-norm.strength", strength);
      text.put("training.nuclear-norm.weights", weights.label());
      text.put("training.nuclear-norm.every", every);
    }
  }
}
