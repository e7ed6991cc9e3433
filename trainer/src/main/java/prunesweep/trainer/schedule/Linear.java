package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import prunesweep.trainer.key.Section;

/** Sparsity that rises by the same amount each time: after prune j of n it is target x j / n. */
public record Linear() implements Schedule {

  /** Its keys: none. */
  public static final Section<Linear> SECTION = Section.of("linear", values -> new Linear());

  @Override
  public Section<Linear> section() {
    return SECTION;
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    BigDecimal done = target.multiply(BigDecimal.valueOf(prune));
    return Share.of(done.divide(BigDecimal.valueOf(prunes), MathContext.DECIMAL128), all);
  }
}
