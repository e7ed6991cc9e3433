package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import prunesweep.trainer.key.Section;

/**
 * Sparsity that rises fast at first and slowly at last: after prune j of n it is target x (1 - (1 -
 * j / n)^3) (Zhu and Gupta, To prune, or not to prune, 2017, equation 1, from an initial sparsity
 * of 0; protocol, section 6). In exact decimals, so that no prune is one weight off.
 */
public record Cubic() implements Schedule {

  /** Its keys: none. */
  public static final Section<Cubic> SECTION = Section.of("cubic", values -> new Cubic());

  @Override
  public Section<Cubic> section() {
    return SECTION;
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    BigDecimal left = BigDecimal.valueOf(prunes - (long) prune);
    BigDecimal whole = BigDecimal.valueOf(prunes).pow(3);
    BigDecimal done = whole.subtract(left.pow(3));
    return Share.of(target.multiply(done).divide(whole, MathContext.DECIMAL128), all);
  }
}
