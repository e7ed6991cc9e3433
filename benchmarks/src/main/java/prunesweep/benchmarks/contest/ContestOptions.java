package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.Optional;

/**
 * Options of a run: data sets, turns and contestants.
 *
 * @param data at least one data set; all train on the first, this engine on the others too
 * @param rounds turns of each contestant, at least one
 * @param steps training steps of a turn, at least one
 * @param python the interpreter that has PyTorch; empty to leave PyTorch out
 */
public record ContestOptions(
    List<DataChoice> data, int rounds, int steps, Optional<String> python) {

  public ContestOptions {
    data = List.copyOf(data);
  }
}
