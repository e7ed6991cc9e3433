package prunesweep.trainer.pruning;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Growth of weights that are not held: which grow first, and how many in each layer.
 *
 * @param wanted a number a weight, one array a layer: the highest grow first
 * @param shares what of all that grow each layer gets, in any unit from 0; empty where each gets as
 *     many as it lost
 */
public record Growth(List<double[]> wanted, Optional<double[]> shares) {

  /** A growth in which each layer gets as many weights as it lost. */
  public static Growth ofWhatIsLost(List<double[]> wanted) {
    return new Growth(wanted, Optional.empty());
  }

  /**
   * How many grow in each layer, as many as were lost in all.
   *
   * @param lost weights that each layer lost
   * @param rooms most that can grow in each, of all layers together at least what was lost
   */
  long[] counts(long[] lost, long[] rooms) {
    return shares.map(each -> shareOut(LongStream.of(lost).sum(), each, rooms)).orElse(lost);
  }

  /**
   * Shares {@code total} out in proportion, a layer at most its room: one that is full leaves the
   * rest to the others. Whole weights go by the largest remainders (Hamilton's method), of equal
   * ones to the first layer.
   */
  static long[] shareOut(long total, double[] shares, long[] rooms) {
    long[] given = new long[rooms.length];
    List<Integer> open = IntStream.range(0, rooms.length).boxed().toList();
    long left = total;
    while (true) {
      double[] quotas = quotas(left, shares, rooms, open);
      List<Integer> full = open.stream().filter(layer -> quotas[layer] >= rooms[layer]).toList();
      if (full.isEmpty()) {
        giveWhole(left, quotas, open, given);
        return given;
      }
      for (int layer : full) {
        given[layer] = rooms[layer];
        left -= rooms[layer];
      }
      open = open.stream().filter(layer -> !full.contains(layer)).toList();
    }
  }

  /** Where none of the open layers has a share they go by their rooms. */
  private static double[] quotas(long left, double[] shares, long[] rooms, List<Integer> open) {
    double all = open.stream().mapToDouble(layer -> shares[layer]).sum();
    double room = open.stream().mapToDouble(layer -> rooms[layer]).sum();
    double[] quotas = new double[rooms.length];
    for (int layer : open) {
      quotas[layer] = all > 0 ? left * (shares[layer] / all) : left * (rooms[layer] / room);
    }
    return quotas;
  }

  private static void giveWhole(long left, double[] quotas, List<Integer> open, long[] given) {
    long rest = left;
    for (int layer : open) {
      given[layer] = (long) quotas[layer];
      rest -= given[layer];
    }
    open.stream()
        .sorted((one, other) -> Double.compare(remainder(quotas[other]), remainder(quotas[one])))
        .limit(rest)
        .forEach(layer -> given[layer]++);
  }

  private static double remainder(double quota) {
    return quota - Math.floor(quota);
  }
}
