package prunesweep.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final int MANY = 2_000;

  private static List<Fault> many(Faults faults) {
    return Stream.generate(faults::next).limit(MANY).toList();
  }

  @Test
  void areThoseOfTheirSeed() {
    assertThat(many(Faults.of(7))).isEqualTo(many(Faults.of(7))).isNotEqualTo(many(Faults.of(8)));
  }

  @Test
  void strikeEveryKindOfProcessInEveryWayThatItHas() {
    assertThat(many(Faults.withStore(1)).stream().map(FaultsTest::kind).distinct())
        .containsExactlyInAnyOrder(
            "KILL EXECUTOR",
            "FREEZE EXECUTOR",
            "KILL WORKER",
            "FREEZE WORKER",
            "DECOMMISSION WORKER",
            "KILL MASTER",
            "FREEZE MASTER",
            "KILL DRIVER",
            "FREEZE DRIVER",
            "KILL STORE",
            "FREEZE STORE");
    assertThat(many(Faults.of(1))).noneMatch(fault -> fault.target() == Target.STORE);
  }

  private static String kind(Fault fault) {
    return fault.deed() + " " + fault.target();
  }

  @Test
  void lastSecondsUnlessTheyKill() {
    for (Fault fault : many(Faults.of(2))) {
      if (fault.deed() == Deed.KILL) {
        assertThat(fault.lasting()).isZero();
      } else {
        assertThat(fault.lasting()).isBetween(1_000L, 15_000L);
      }
    }
  }

  @Test
  void areSaidInWords() {
    assertThat(new Fault(500, Deed.KILL, Target.MASTER, 0, 0).label())
        .isEqualTo("kill of the master");
    assertThat(new Fault(500, Deed.FREEZE, Target.DRIVER, 0, 1_500).label())
        .isEqualTo("freeze of the driver for 1.5 s");
    assertThat(new Fault(500, Deed.DECOMMISSION, Target.WORKER, 0, 2_000).label())
        .isEqualTo("decommissioning of the worker, killed 2.0 s later");
  }
}
