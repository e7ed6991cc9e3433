package prunesweep.driver.stub;

import java.math.BigDecimal;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.schedule.Share;

/** Everything at the last prune. */
record StubSchedule() implements Schedule {

  static final Section<StubSchedule> SECTION = Section.of("late", values -> new StubSchedule());

  @Override
  public Section<StubSchedule> section() {
    return SECTION;
  }

  @Override
  public long pruned(int prune, int prunes, BigDecimal target, long all) {
    return prune < prunes ? 0 : Share.of(target, all);
  }
}
