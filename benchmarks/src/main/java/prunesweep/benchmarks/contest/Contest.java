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
   * Starts everyone, lets them take turns, and compares.
   *
   * @param progress told in a line what happens
   * @throws BenchException if something is missing or a contestant cannot run
   * @throws prunesweep.trainer.data.DataException if the images cannot be had
   */
  public static ContestResult run(ContestOptions options, Consumer<String> progress) {
    options.python().ifPresent(TorchStarter::require);
    options.data().forEach(DataChoice::subject);
    try (Field field = new Field(options.steps(), progress)) {
      Contestants.of(options).forEach(field::enter);
      List<Entrant> entrants = field.entrants();
      List<Series> series =
          Rounds.run(
              entrants,
              options.rounds(),
              options.steps(),
              round -> progress.accept("Round %d of %d".formatted(round, options.rounds())));
      return result(entrants, series, Comparison.on(options.data()));
    }
  }

  static ContestResult result(
      List<Entrant> entrants, List<Series> series, List<Comparison> comparisons) {
    Map<String, Series> byId = new HashMap<>();
    for (int index = 0; index < series.size(); index++) {
      byId.put(entrants.get(index).contestant().id(), series.get(index));
    }
    Series dense = Objects.requireNonNull(byId.get(Contestants.DENSE));
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

  private static Time time(Entrant entrant, Series series, Series dense) {
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
