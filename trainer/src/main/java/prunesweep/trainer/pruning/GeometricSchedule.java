package prunesweep.trainer.pruning;

import java.math.BigDecimal;
import java.math.BigInteger;
import prunesweep.trainer.spec.GlobalScope;

/**
 * How much each cycle prunes: target x decay^n / (sum over k of decay^k) of all weights, rounded
 * down (protocol, section 4). Calculated in exact decimals, so that no cycle is one weight off.
 */
final class GeometricSchedule {

  private final BigDecimal target;
  private final BigDecimal decay;
  private final BigDecimal sum;

  GeometricSchedule(double target, GlobalScope scope) {
    this.target = BigDecimal.valueOf(target);
    this.decay = BigDecimal.valueOf(scope.decay());
    BigDecimal powers = BigDecimal.ZERO;
    for (int cycle = 0; cycle < scope.cycles(); cycle++) {
      powers = powers.add(decay.pow(cycle));
    }
    this.sum = powers;
  }

  /** Weights to prune in {@code cycle}, from 0, of a network with {@code weights} weights. */
  long weights(int cycle, long weights) {
    BigDecimal amount = target.multiply(decay.pow(cycle)).multiply(BigDecimal.valueOf(weights));
    BigInteger whole = amount.divideToIntegralValue(sum).toBigInteger();
    return whole.longValueExact();
  }
}
