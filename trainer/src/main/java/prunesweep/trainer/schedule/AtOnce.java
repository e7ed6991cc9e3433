package prunesweep.trainer.schedule;

import java.math.BigDecimal;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Section;

/** All in one prune. */
public record AtOnce() implements Schedule {

  /** Its keys: none. */
  public static final Section<AtOnce> SECTION = Section.of("at-once", values -> new AtOnce());

  @Override
  public Section<AtOnce> section() {
    return SECTION;
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    return Share.of(target, all);
  }

  @Override
  public void requireReachable(int prunes, double target) {
    if (prunes != 1) {
      throw new InvalidSpecException("cycles", "1 where schedule is at-once", prunes);
    }
  }
}
