package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LineupTest {

  private static final List<CoreType> THREE =
      List.of(CoreType.AUTOMATIC, CoreType.HASWELL, CoreType.ZEN);

  private final List<String> log = FakePeer.log();
  private final List<String> progress = new ArrayList<>();
  private final Lineup lineup = new Lineup(10, progress::add);

  @Test
  void keepsTheFastestKernelAndGivesItToTheRest() {
    lineup.enter(
        new Family(
            THREE,
            List.of(
                contestant("first", core -> core == CoreType.HASWELL ? 1 : 2),
                contestant("second", core -> 1))));
    assertThat(lineup.entrants())
        .extracting(Entrant::core)
        .containsExactly(CoreType.HASWELL, CoreType.HASWELL);
    assertThat(log)
        .contains("first AUTOMATIC closed", "first ZEN closed", "second HASWELL 10")
        .doesNotContain("first HASWELL closed", "second AUTOMATIC 10");
    assertThat(progress)
        .contains(
            "Starting first",
            "Starting first with the kernel Zen",
            "Kernel HASWELL: 1000.000 ms a step, the fastest");
  }

  @Test
  void warmsEveryoneUp() {
    lineup.enter(
        new Family(List.of(CoreType.AUTOMATIC), List.of(contestant("only", core -> 0.05))));
    assertThat(log).hasSize(4).containsOnly("only AUTOMATIC 10");
  }

  @Test
  void leavesOutAKernelThatTheProcessorCannotRun() {
    lineup.enter(
        new Family(
            THREE,
            List.of(
                contestant(
                    "first",
                    core -> {
                      if (core == CoreType.HASWELL) {
                        throw new BenchException("illegal instruction");
                      }
                      return core == CoreType.ZEN ? 1 : 2;
                    }))));
    assertThat(lineup.entrants()).extracting(Entrant::core).containsExactly(CoreType.ZEN);
    assertThat(progress).contains("Left out: illegal instruction");
  }

  @Test
  void leavesOutAKernelThatFailsWhenItWorks() {
    lineup.enter(
        new Family(
            List.of(CoreType.AUTOMATIC, CoreType.ZEN),
            List.of(contestant("first", core -> core == CoreType.ZEN ? Double.NaN : 2))));
    assertThat(lineup.entrants()).extracting(Entrant::core).containsExactly(CoreType.AUTOMATIC);
    assertThat(log).contains("first ZEN closed");
  }

  @Test
  void triesNoKernelTwice() {
    Contestant contestant =
        Contestant.trainer(
            "first",
            "first",
            core -> new FakePeer("first " + core, 1, log, Map.of("kernel", "Zen")));
    lineup.enter(new Family(THREE, List.of(contestant)));
    assertThat(lineup.entrants()).extracting(Entrant::core).containsExactly(CoreType.AUTOMATIC);
    assertThat(log).contains("first HASWELL closed").doesNotContain("first HASWELL 10");
  }

  @Test
  void needsTheLibrarysOwnChoice() {
    Family family =
        new Family(
            THREE,
            List.of(
                contestant(
                    "first",
                    core -> {
                      throw new BenchException("no images");
                    })));
    assertThatThrownBy(() -> lineup.enter(family)).hasMessage("no images");
    assertThat(lineup.entrants()).isEmpty();
  }

  @Test
  void closesEveryone() {
    List<CoreType> one = List.of(CoreType.AUTOMATIC);
    lineup.enter(new Family(one, List.of(contestant("a", core -> 1), contestant("b", core -> 1))));
    lineup.close();
    assertThat(log).contains("a AUTOMATIC closed", "b AUTOMATIC closed");
  }

  /** One whose peer needs {@code seconds} a step; NaN for one that fails at its first step. */
  private Contestant contestant(String name, ToDoubleFunction<CoreType> seconds) {
    return Contestant.trainer(
        name,
        name,
        core -> {
          double step = seconds.applyAsDouble(core);
          Map<String, String> facts = Map.of("kernel", core.name());
          Peer peer = new FakePeer(name + " " + core.name(), step, log, facts);
          return Double.isNaN(step) ? new Failing(peer) : peer;
        });
  }

  private record Failing(Peer peer) implements Peer {
    @Override
    public Map<String, String> facts() {
      return peer.facts();
    }

    @Override
    public double[] run(int steps) {
      throw new BenchException("its process must go on, got its end");
    }

    @Override
    public void close() {
      peer.close();
    }
  }
}
