package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;

/**
 * Prunes that shrink by one factor: prune n, from 0, takes target x decay^n / (sum over k of
 * decay^k) of all (Ganguli and Chong 2024, algorithm 1; protocol, section 4). Calculated in exact
 * decimals, so that no prune is one weight off.
 *
 * @param decay what the amount of a prune is multiplied by for the next, in (0, 1]; the paper's 0.8
 * @param rounding what is rounded down
 */
public record Geometric(double decay, Rounding rounding) implements Schedule {

  /** Amounts that are rounded down. */
  public enum Rounding {
    /** Each prune's own: the paper's. All prunes together may leave one weight less than each. */
    EACH_PRUNE,
    /** What is gone after each prune, so that the last one reaches the target. */
    SO_FAR
  }

  /** The factor from prune to prune. */
  public static final Key<Double> DECAY =
      Key.of("activation", "decay", Kind.NUMBER)
          .ofMethod()
          .rule(Rule.shareOrOne())
          .column("decay", "above 0, at most 1", "Amount of a cycle over that of the one before")
          .key();

  /** Its key. */
  public static final Section<Geometric> SECTION =
      Section.of("geometric", values -> new Geometric(values.get(DECAY), Rounding.SO_FAR))
          .with(DECAY, Geometric::decay);

  public Geometric {
    DECAY.require(decay);
  }

  @Override
  public Section<Geometric> section() {
    return SECTION;
  }

  /** The paper's, which rounds each prune. */
  public static Geometric ofThePaper(double decay) {
    return new Geometric(decay, Rounding.EACH_PRUNE);
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    BigDecimal sum = sumOfPowers(prunes);
    if (rounding == Rounding.SO_FAR) {
      BigDecimal gone = target.multiply(BigDecimal.valueOf(all)).multiply(sumOfPowers(prune));
      return gone.divideToIntegralValue(sum).longValueExact();
    }
    BigInteger pruned = BigInteger.ZERO;
    BigDecimal amount = target.multiply(BigDecimal.valueOf(all));
    for (int cycle = 0; cycle < prune; cycle++) {
      pruned = pruned.add(amount.divideToIntegralValue(sum).toBigInteger());
      amount = amount.multiply(BigDecimal.valueOf(decay));
    }
    return pruned.longValueExact();
  }

  private BigDecimal sumOfPowers(int count) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal power = BigDecimal.ONE;
    for (int cycle = 0; cycle < count; cycle++) {
      sum = sum.add(power);
      power = power.multiply(BigDecimal.valueOf(decay));
    }
    return sum;
  }
}
