package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import prunesweep.trainer.key.Section;

/**
 * Density that falls by the same factor each time: after prune j of n it is (1 - target)^(j / n)
 * (Tanaka et al., Pruning neural networks without any data by iteratively conserving synaptic flow,
 * 2020, algorithm 1). Powers by StrictMath, so that every machine prunes the same count.
 */
public record Exponential() implements Schedule {

  /** Its keys: none. */
  public static final Section<Exponential> SECTION =
      Section.of("exponential", values -> new Exponential());

  @Override
  public Section<Exponential> section() {
    return SECTION;
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    if (prune == prunes) {
      return Share.of(target, all);
    }
    double density = StrictMath.pow(1 - target.doubleValue(), prune / (double) prunes);
    return (long) StrictMath.floor((1 - density) * all);
  }
}
