package prunesweep.benchmarks.contest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import prunesweep.benchmarks.contest.ContestResult.Time;

/** One run, all contestants side by side. */
public final class Contest {

  private Contest() {}

  /**
   * Starts all contestants, lets them take turns, and compares their times.
   *
   * @param progress is given a line at each step
   * @throws BenchException if a program is missing or a contestant cannot run
   * @throws prunesweep.trainer.data.DataException if the images cannot be had
   */
  public static ContestResult run(ContestOptions options, Consumer<String> progress) {
    options.python().ifPresent(TorchStarter::require);
    options.data().forEach(DataChoice::subject);
    try (Lineup lineup = new Lineup(options.steps(), progress)) {
      Contestants.of(options).forEach(lineup::enter);
      List<Entrant> entrants = lineup.entrants();
      List<StepTimes> series =
          Rounds.run(
              entrants,
              options.rounds(),
              options.steps(),
              round -> progress.accept("Round %d of %d".formatted(round, options.rounds())));
      return result(entrants, series, Comparison.on(options.data()));
    }
  }

  static ContestResult result(
      List<Entrant> entrants, List<StepTimes> series, List<Comparison> comparisons) {
    Map<String, StepTimes> byId = new HashMap<>();
    for (int index = 0; index < series.size(); index++) {
      byId.put(entrants.get(index).contestant().id(), series.get(index));
    }
    StepTimes dense = Objects.requireNonNull(byId.get(Contestants.DENSE));
    List<Time> times = new ArrayList<>();
    for (int index = 0; index < series.size(); index++) {
      times.add(time(entrants.get(index), series.get(index), dense));
    }
    return new ContestResult(
        times,
        comparisons.stream()
            .map(comparison -> comparison.among(byId))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Time time(Entrant entrant, StepTimes series, StepTimes dense) {
    Contestant contestant = entrant.contestant();
    return new Time(
        contestant.id(),
        contestant.label(),
        contestant.products(),
        entrant.peer().facts(),
        series,
        series.over(dense, 1));
  }
}
