package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContestTest {

  private static final List<DataChoice> DATA =
      List.of(DataChoice.parse("fashion-mnist"), new DataChoice("mnist", Optional.empty()));

  @Test
  void comparesThoseThatTookPart() {
    ContestResult result =
        Contest.result(
            List.of(
                entrant(Contestants.DENSE),
                entrant(Contestants.DL4J_FIT),
                entrant(Contestants.TWO_AT_ONCE),
                entrant(Contestants.UNITS)),
            List.of(
                StepTimesTest.series(1, 2, 4),
                StepTimesTest.series(10, 18, 32),
                StepTimesTest.series(1, 2.5, 5),
                StepTimesTest.series(0.5, 0.5, 2)),
            Comparison.on(DATA));
    assertThat(result.ratios())
        .extracting(Ratio::id, Ratio::value)
        .containsExactly(
            tuple("dl4j-fit-over-dense", new Summary(9, 8, 10)),
            tuple("dense-over-units", new Summary(2, 2, 4)),
            tuple("two-at-once-over-one", new Summary(1.6, 1.6, 2)));
    assertThat(result.times())
        .extracting(time -> time.overDense().median())
        .containsExactly(1.0, 9.0, 1.25, 0.5);
  }

  @Test
  void everyRatioIsOfContestantsThereAre() {
    ContestOptions options =
        new ContestOptions(
            List.of(DataChoice.parse("fashion-mnist-sample")), 1, 1, Optional.of("python3"));
    List<String> ids =
        Contestants.of(options).stream()
            .flatMap(family -> family.members().stream())
            .map(Contestant::id)
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(Comparison.on(options.data()))
        .allMatch(each -> ids.contains(each.numerator()) && ids.contains(each.denominator()));
  }

  private static Entrant entrant(String id) {
    Contestant contestant = FakePeer.contestant(id, 1, FakePeer.log());
    return new Entrant(
        contestant, CoreType.AUTOMATIC, contestant.starter().start(CoreType.AUTOMATIC));
  }
}
