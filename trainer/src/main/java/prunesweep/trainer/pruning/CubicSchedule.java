package prunesweep.trainer.pruning;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sparsity that rises fast at first and slowly at last: after prune j of n it is target x (1 - (1 -
 * j / n)^3) (Zhu and Gupta 2017, equation 1, from an initial sparsity of 0; protocol, section 6).
 * In exact decimals, so that no prune is one weight off.
 *
 * @param target sparsity after the last prune, in (0, 1)
 * @param prunes number of prunes, from 1
 */
record CubicSchedule(double target, int prunes) {

  /** The sparsity after prune {@code prune}, from 1. */
  BigDecimal sparsity(int prune) {
    BigDecimal left = BigDecimal.valueOf(prunes - (long) prune);
    BigDecimal all = BigDecimal.valueOf(prunes).pow(3);
    BigDecimal done = all.subtract(left.pow(3));
    return BigDecimal.valueOf(target).multiply(done).divide(all, MathContext.DECIMAL128);
  }

  /** Zeros that a layer of {@code weights} weights has after prune {@code prune}. */
  int zeros(int prune, int weights) {
    return Share.of(sparsity(prune), weights);
  }
}
