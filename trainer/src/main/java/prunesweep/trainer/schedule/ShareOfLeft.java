package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;

/**
 * A fixed share of what is left each time, until the target is reached: after prune j the density
 * is (1 - share)^j (Frankle and Carbin, The lottery ticket hypothesis, 2019, section 2).
 *
 * @param share of what is left, in (0, 1); the lottery ticket's 0.2
 */
public record ShareOfLeft(double share) implements Schedule {

  /** The share of what is left. */
  public static final Key<Double> SHARE =
      Key.of("pruning", "share", Kind.NUMBER)
          .ofMethod()
          .rule(Rule.share())
          .older(0.2)
          .inEveryId()
          .column("share", "0..1", "Share of what is left that each prune takes")
          .generation(3)
          .key();

  /** Its key. */
  public static final Section<ShareOfLeft> SECTION =
      Section.of("share-of-left", values -> new ShareOfLeft(values.get(SHARE)))
          .with(SHARE, ShareOfLeft::share);

  public ShareOfLeft {
    SHARE.require(share);
  }

  @Override
  public Section<ShareOfLeft> section() {
    return SECTION;
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    return Share.of(gone(prune).min(target), all);
  }

  /** Prunes that stay below the target take their share whatever the target is. */
  @Override
  public String opening(int prune, int prunes, BigDecimal target) {
    return gone(prune).compareTo(target) <= 0
        ? "the share of what is left"
        : "to " + target.toPlainString();
  }

  private BigDecimal gone(int prune) {
    BigDecimal kept = BigDecimal.ONE.subtract(BigDecimal.valueOf(share));
    return BigDecimal.ONE.subtract(kept.pow(prune, MathContext.DECIMAL128));
  }

  @Override
  public void requireReachable(int prunes, double target) {
    if (gone(prunes).compareTo(BigDecimal.valueOf(target)) < 0) {
      throw new InvalidSpecException(
          "target",
          "at most %.4f, what %d prunes of %s of what is left take"
              .formatted(gone(prunes).doubleValue(), prunes, share),
          target);
    }
  }
}
