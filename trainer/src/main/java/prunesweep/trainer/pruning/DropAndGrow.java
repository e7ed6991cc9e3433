package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;

/**
 * Moves weights of a sparse network to other places: of each layer the smallest go, and as many
 * others grow (Mocanu et al., Scalable training of artificial neural networks with adaptive sparse
 * connectivity, 2018; Evci et al., Rigging the lottery, 2020, algorithm 1; Dettmers and
 * Zettlemoyer, Sparse networks from scratch, 2019, algorithm 1). What just went may grow again.
 * Ties go by flat index.
 *
 * @param kernels of the layers that the mask is of
 * @param held the mask in force
 * @param share of the held weights of each layer that goes, rounded down; from 0 to 1
 */
public record DropAndGrow(List<Kernel> kernels, Mask held, double share) {

  /** The move as prune {@code cycle}, from 1. */
  public Prune prune(int cycle, Growth growth) {
    CostMeter meter = CostMeter.started();
    List<boolean[]> dropped = new ArrayList<>();
    long[] lost = new long[kernels.size()];
    for (int layer = 0; layer < lost.length; layer++) {
      lost[layer] = (long) (share * count(held.kept().get(layer), true));
      dropped.add(smallest(layer, lost[layer]));
    }
    Mask left = held.without(dropped);
    Mask grown = left.with(grown(left, growth, lost));
    long moved = held.keptWeights() - left.keptWeights();
    return new Prune(cycle, Double.NaN, left, moved, meter.cost(), Optional.of(grown));
  }

  private boolean[] smallest(int layer, long count) {
    boolean[] kept = held.kept().get(layer);
    return lowest(kernels.get(layer).sizes(), index -> kept[index], count);
  }

  private List<boolean[]> grown(Mask left, Growth growth, long[] lost) {
    long[] rooms = left.kept().stream().mapToLong(kept -> count(kept, false)).toArray();
    long[] counts = growth.counts(lost, rooms);
    List<boolean[]> grown = new ArrayList<>();
    for (int layer = 0; layer < counts.length; layer++) {
      boolean[] kept = left.kept().get(layer);
      double[] wanted = growth.wanted().get(layer).clone();
      for (int index = 0; index < wanted.length; index++) {
        wanted[index] = -wanted[index];
      }
      grown.add(lowest(wanted, index -> !kept[index], counts[layer]));
    }
    return grown;
  }

  /** Marks the lowest among the candidates; changes {@code scores}. */
  private static boolean[] lowest(double[] scores, IntPredicate isCandidate, long count) {
    for (int index = 0; index < scores.length; index++) {
      if (!isCandidate.test(index)) {
        scores[index] = Selector.NO_CANDIDATE;
      }
    }
    return Selector.lowest(List.of(scores), count).get(0);
  }

  private static long count(boolean[] flags, boolean which) {
    long count = 0;
    for (boolean flag : flags) {
      count += flag == which ? 1 : 0;
    }
    return count;
  }
}
