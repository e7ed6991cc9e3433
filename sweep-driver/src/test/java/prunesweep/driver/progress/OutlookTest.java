package prunesweep.driver.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.progress.Outlook.Ahead;

class OutlookTest {

  private static Ahead waiting(String name, int position, double seconds, String... needs) {
    return ahead(name, position, seconds, false, needs);
  }

  private static Ahead running(String name, double seconds) {
    return ahead(name, 0, seconds, true);
  }

  private static Ahead ahead(
      String name, int position, double seconds, boolean isRunning, String... needs) {
    Set<WorkId> stages = Stream.of(needs).map(WorkId::new).collect(Collectors.toSet());
    Work work =
        new Work(
            new WorkId(name),
            position,
            false,
            stages,
            new Work.Size(1, 1),
            List.of("all"),
            List.of("all"));
    return new Ahead(work, seconds, isRunning);
  }

  @Test
  void nothingTakesNoTime() {
    assertThat(Outlook.seconds(List.of(), 3)).isZero();
  }

  @Test
  void equalTrialsTakeTurnsInTheSlots() {
    List<Ahead> seven = IntStream.range(0, 7).mapToObj(n -> waiting("t" + n, n, 10)).toList();
    assertThat(Outlook.seconds(seven, 1)).isEqualTo(70);
    assertThat(Outlook.seconds(seven, 2)).isEqualTo(40);
    assertThat(Outlook.seconds(seven, 100)).isEqualTo(10);
  }

  @Test
  void aLongTrialAtTheEndKeepsOneSlotWhileOthersAreIdle() {
    List<Ahead> three = List.of(waiting("a", 1, 5), waiting("b", 2, 5), waiting("c", 3, 60));
    assertThat(Outlook.seconds(three, 2)).isEqualTo(65);
  }

  @Test
  void whatRunsHasItsSlotAlready() {
    List<Ahead> all = List.of(running("a", 7), running("b", 3), waiting("c", 1, 2));
    assertThat(Outlook.seconds(all, 2)).isEqualTo(7);
  }

  @Test
  void trialsWaitForTheirStageAndOthersRunMeanwhile() {
    List<Ahead> all =
        List.of(
            waiting("stage", 1, 20),
            waiting("from it", 1, 4, "stage"),
            waiting("also", 2, 4, "stage"),
            waiting("alone", 3, 6));
    assertThat(Outlook.seconds(all, 2)).isEqualTo(24);
    assertThat(Outlook.seconds(all, 1)).isEqualTo(34);
  }

  @Test
  void aStageThatHasEndedKeepsNobodyWaiting() {
    assertThat(Outlook.seconds(List.of(waiting("from it", 1, 4, "ended")), 1)).isEqualTo(4);
  }
}
