package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> log = FakePeer.log();

  @Test
  void eachRoundIsBegunByTheNextOne() {
    List<StepTimes> series =
        Rounds.run(
            List.of(entrant("a", 1, 1), entrant("b", 2, 1), entrant("c", 3, 1)),
            4,
            10,
            round -> log.add("round " + round));
    assertThat(log)
        .containsExactly(
            "round 1", "a 10", "b 10", "c 10", "round 2", "b 10", "c 10", "a 10", "round 3", "c 10",
            "a 10", "b 10", "round 4", "a 10", "b 10", "c 10");
    assertThat(series)
        .extracting(each -> each.summary().median())
        .containsExactly(1000.0, 2000.0, 3000.0);
  }

  @Test
  void aLongStepIsTakenLessOften() {
    List<Entrant> entrants = List.of(entrant("a", 5, 20));
    assertThat(Rounds.run(entrants, 1, 200, round -> {}).get(0).milliseconds())
        .containsExactly(5000);
    assertThat(Rounds.run(entrants, 1, 3, round -> {}).get(0).milliseconds()).containsExactly(5000);
    assertThat(log).containsExactly("a 10", "a 1");
  }

  private Entrant entrant(String name, double seconds, int divisor) {
    FakePeer peer = new FakePeer(name, seconds, log, Map.of());
    Contestant contestant = new Contestant(name, name, core -> peer, new ArrayList<>(), divisor);
    return new Entrant(contestant, CoreType.AUTOMATIC, peer);
  }
}
