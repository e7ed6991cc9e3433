package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Rounds in which entrants take turns, each begun by the next one: drift affects all alike. */
final class Rounds {

  private Rounds() {}

  /**
   * Runs all rounds.
   *
   * @param steps of a round
   * @param beginning called with the number of each round, from 1
   * @return the times of each entrant, in their order
   */
  static List<StepTimes> run(List<Entrant> entrants, int rounds, int steps, IntConsumer beginning) {
    List<StepTimes> series = Stream.generate(StepTimes::new).limit(entrants.size()).toList();
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
