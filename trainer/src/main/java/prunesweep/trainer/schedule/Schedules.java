package prunesweep.trainer.schedule;

import java.util.List;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Sections;

/** All schedules. */
public final class Schedules {

  /** The list to add a schedule to. */
  private static final List<Section<? extends Schedule>> OWN =
      List.of(
          AtOnce.SECTION,
          Geometric.SECTION,
          Cubic.SECTION,
          Linear.SECTION,
          Exponential.SECTION,
          ShareOfLeft.SECTION);

  private Schedules() {}

  /** Their sections, those that come along first. */
  public static List<Section<? extends Schedule>> sections() {
    return Sections.with(OWN, Schedule.class);
  }
}
