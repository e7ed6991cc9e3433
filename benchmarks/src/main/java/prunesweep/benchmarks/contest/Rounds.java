package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Lets entrants take turns, each round begun by the next one, so that drift hits all alike. */
final class Rounds {

  private Rounds() {}

  /**
   * What each entrant took.
   *
   * @param steps of a round
   * @param beginning called with the number of each round, from 1
   * @return one series an entrant, in their order
   */
  static List<Series> run(List<Entrant> entrants, int rounds, int steps, IntConsumer beginning) {
    List<Series> series = Stream.generate(Series::new).limit(entrants.size()).toList();
    for (int round = 0; round < rounds; round++) {
      beginning.accept(round + 1);
      for (int turn = 0; turn < entrants.size(); turn++) {
        int index = (round + turn) % entrants.size();
        entrants.get(index).run(steps, series.get(index));
      }
    }
    return series;
  }
}
