package prunesweep.trainer.pruning;

import java.util.List;
import prunesweep.trainer.network.NetworkView;

/** Counts activations for a prune. */
@FunctionalInterface
public interface Counting {

  /** The counters of {@code network}: one array a hidden layer. */
  List<long[]> counters(NetworkView network);
}
