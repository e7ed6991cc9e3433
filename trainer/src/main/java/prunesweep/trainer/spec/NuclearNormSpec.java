package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;

/**
 * A weighted nuclear norm of the hidden matrices added to the loss (Ganguli and Chong 2024,
 * equation 4).
 *
 * @param strength factor of the norm, 0 for none
 * @param weights how singular values are weighed
 * @param every steps from one move along its gradient to the next, each that many times as long:
 *     decompositions cost more than steps
 * @param fromAccuracy the running training accuracy, in [0, 1), that an epoch of a training must
 *     have reached before there is a norm in it; 0 for a norm from its start
 */
public record NuclearNormSpec(double strength, NormWeights weights, int every, double fromAccuracy)
    implements Serializable {

  private static final String ASKED = "left out when training.nuclear-norm is 0";

  /** The factor of the norm. */
  public static final Key<Double> STRENGTH =
      Key.of("training", "nuclear-norm", Kind.NUMBER)
          .rule(Rule.zeroOrPositive())
          .older(0.0)
          .idName("training.nuclear-norm.strength")
          .column("nuclear_norm", "at least 0", "Factor of the nuclear norm in the loss")
          .generation(2)
          .label("nuclear-norm=%s")
          .key();

  /** The way it weighs its singular values. */
  public static final Key<NormWeights> WEIGHTS =
      Key.of("training", "nuclear-norm-weights", Kind.choice(NormWeights.class))
          .older(NormWeights.EQUAL)
          .inEveryId()
          .idName("training.nuclear-norm.weights")
          .when(STRENGTH, strength -> strength > 0, ASKED)
          .column(
              "nuclear_norm_weights",
              "How it weighed its singular values; null where `nuclear_norm` is 0")
          .generation(2)
          .label("%s")
          .key();

  /** Steps from one move along its gradient to the next. */
  public static final Key<Integer> EVERY =
      Key.of("training", "nuclear-norm-every", Kind.WHOLE_NUMBER)
          .rule(Rule.between(1, 1_000_000))
          .older(100)
          .inEveryId()
          .idName("training.nuclear-norm.every")
          .when(STRENGTH, strength -> strength > 0, ASKED)
          .column(
              "nuclear_norm_every",
              "from 1",
              "Steps from one move along its gradient to the next; null where `nuclear_norm` is 0")
          .generation(2)
          .label("every=%s")
          .key();

  /** The training accuracy from which on there is one. */
  public static final Key<Double> FROM_ACCURACY =
      Key.of("training", "nuclear-norm-from-accuracy", Kind.NUMBER)
          .rule(Rule.shareOrZero())
          .older(0.0)
          .idName("training.nuclear-norm.from-accuracy")
          .when(STRENGTH, strength -> strength > 0, ASKED)
          .column(
              "nuclear_norm_from_accuracy",
              "0..1",
              "Training accuracy that an epoch had to reach before there was a norm; null where"
                  + " `nuclear_norm` is 0")
          .generation(5)
          .label("from=%s")
          .key();

  /** No such term. */
  public static final NuclearNormSpec NONE = new NuclearNormSpec(0, NormWeights.EQUAL, 1);

  /** Its keys. */
  public static final Section<NuclearNormSpec> SECTION =
      Section.of("nuclear-norm", NuclearNormSpec::of)
          .with(STRENGTH, NuclearNormSpec::strength)
          .with(WEIGHTS, NuclearNormSpec::weights)
          .with(EVERY, NuclearNormSpec::every)
          .with(FROM_ACCURACY, NuclearNormSpec::fromAccuracy);

  public NuclearNormSpec {
    STRENGTH.require(strength);
    EVERY.require(every);
    FROM_ACCURACY.require(fromAccuracy);
  }

  /** A norm from the start of each training. */
  public NuclearNormSpec(double strength, NormWeights weights, int every) {
    this(strength, weights, every, 0);
  }

  /** The details of a norm that is not asked for make no other trial. */
  private static NuclearNormSpec of(Values values) {
    double strength = values.get(STRENGTH);
    return strength == 0
        ? NONE
        : new NuclearNormSpec(
            strength, values.get(WEIGHTS), values.get(EVERY), values.get(FROM_ACCURACY));
  }

  /** Tells whether there is any. */
  public boolean isAsked() {
    return strength > 0;
  }
}
