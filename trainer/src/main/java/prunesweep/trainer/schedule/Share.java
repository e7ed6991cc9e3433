package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of a count, rounded down in exact decimals: 0.85 of 300 is 255 on every machine. */
public final class Share {

  private Share() {}

  /** {@code share} of {@code count}, rounded down. */
  public static long of(BigDecimal share, long count) {
    return share
        .multiply(BigDecimal.valueOf(count))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }
}
