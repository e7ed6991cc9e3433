package prunesweep.trainer.pruning;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of a count, rounded down in exact decimals: 0.85 of 300 is 255 on every machine. */
final class Share {

  private Share() {}

  static int of(double share, int count) {
    return of(BigDecimal.valueOf(share), count);
  }

  static int of(BigDecimal share, int count) {
    return share
        .multiply(BigDecimal.valueOf(count))
        .setScale(0, RoundingMode.FLOOR)
        .intValueExact();
  }
}
