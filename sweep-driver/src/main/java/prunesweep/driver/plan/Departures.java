package prunesweep.driver.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.StageSpec;

/**
 * Trials of one trunk, and stages that go on after its chain, by the last stage of the chain that
 * each passes: there it goes its own way. Each is found by halving the chain, so that thousands of
 * stages and trials are no product.
 *
 * @param chain the stages
 * @param leaving for each stage what goes its own way there, in order
 * @param compared the trials that are compared with the dense network, in order
 */
record Departures(StageChain chain, List<List<Planned>> leaving, List<PlannedTrial> compared) {

  /**
   * Those of {@code trials}, where some may go on from stages that are {@code later} than the
   * chain.
   */
  static Departures of(StageChain chain, List<PlannedTrial> trials, LaterStages later) {
    List<List<Planned>> leaving =
        Stream.<List<Planned>>generate(ArrayList::new).limit(chain.stages().size()).toList();
    for (PlannedTrial trial : trials) {
      int passed = later.isStartOf(trial) ? 0 : passed(chain, trial);
      if (passed > 0) {
        leaving.get(passed - 1).add(trial);
      }
    }
    leaving.get(leaving.size() - 1).addAll(later.firsts());
    List<PlannedTrial> compared =
        trials.stream().filter(trial -> trial.spec().isComparedWithDense()).toList();
    return new Departures(chain, leaving, compared);
  }

  /** The number of stages that {@code trial} passes: the first ones of the chain. */
  private static int passed(StageChain chain, PlannedTrial trial) {
    int from = 0;
    int below = chain.stages().size();
    while (from < below) {
      int middle = (from + below) / 2;
      if (trial.spec().startsWith(chain.stages().get(middle))) {
        from = middle + 1;
      } else {
        below = middle;
      }
    }
    return from;
  }

  StageSpec stage(int index) {
    return chain.stages().get(index);
  }

  /** The trials that are compared with the network of stage {@code index}. */
  List<PlannedTrial> comparedAt(int index) {
    return stage(index).stop() instanceof EndOfTraining ? compared : List.of();
  }

  /** How many of those do not pass the stage themselves. */
  int comparedFromElsewhere(int index) {
    return (int)
        comparedAt(index).stream().filter(trial -> !trial.spec().startsWith(stage(index))).count();
  }

  /** The first in the plan of some, if there are any. */
  static Optional<Planned> first(Stream<Planned> planned) {
    return planned.reduce((one, other) -> one.position() < other.position() ? one : other);
  }
}
