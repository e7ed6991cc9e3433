package prunesweep.trainer.scope;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Section;

/**
 * Each layer by itself, with shares by Erdos, Renyi and kernels (Evci et al., Rigging the lottery,
 * 2020, section 3; from Mocanu et al. 2018): the density of a layer is proportional to (inputs +
 * units) / (inputs x units), of a convolution to the sum of its four dimensions over their product.
 * So what is kept of a layer is proportional to the sum of its dimensions. A layer that would pass
 * density 1 stays dense, and the rest is scaled again.
 *
 * <p>The target is a share of all weights, as with one cut over all layers. Where the output layer
 * is not pruned it counts as dense, and the hidden layers make up for it. After each prune exactly
 * as many weights are gone in all as the schedule says, and the layers have the shares of that
 * sparsity. Whole weights are given out one by one, each to the layer whose kept weights over
 * dimensions would stay lowest (Jefferson's method); so no layer ever keeps more when fewer are
 * kept in all.
 */
public record Erk() implements Scope {

  /** Its keys: none. */
  public static final Section<Erk> SECTION = Section.of("erk", values -> new Erk());

  @Override
  public Section<Erk> section() {
    return SECTION;
  }

  @Override
  public List<Cut> cuts(int prune, Amounts amounts, Population population) {
    long[] before = kept(population, amounts.until(prune - 1, population.all()));
    long[] after = kept(population, amounts.until(prune, population.all()));
    return IntStream.range(0, before.length)
        .mapToObj(layer -> new Cut(List.of(layer), before[layer] - after[layer]))
        .toList();
  }

  /** Units have no dimensions to go by. */
  @Override
  public void requirePrunable(Amounts amounts, Population population) {
    if (population.dimensions().isEmpty()) {
      throw new InvalidSpecException(
          "scope", "one for units where granularity is units", SECTION.label());
    }
    new Global().requirePrunable(amounts, population);
  }

  /** What each layer keeps when {@code pruned} weights are gone in all. */
  static long[] kept(Population population, long pruned) {
    long left = population.prunable() - pruned;
    long[] kept = new long[population.layers().size()];
    shareOut(left, IntStream.range(0, kept.length).boxed().toList(), population, kept);
    // Rounded down, no layer has more than it would have had one by one; the rest is given so.
    for (long rest = left - LongStream.of(kept).sum(); rest > 0; rest--) {
      kept[next(population, kept)]++;
    }
    return kept;
  }

  /** Shares {@code left} weights out among the layers {@code open}, each rounded down. */
  private static void shareOut(long left, List<Integer> open, Population population, long[] kept) {
    List<Long> dimensions = population.dimensions();
    List<Long> sizes = population.layers();
    long all = open.stream().mapToLong(dimensions::get).sum();
    for (int layer : open) {
      long share = Math.multiplyExact(left, dimensions.get(layer)) / all;
      kept[layer] = Math.min(share, sizes.get(layer));
    }
    List<Integer> dense = open.stream().filter(layer -> kept[layer] == sizes.get(layer)).toList();
    if (!dense.isEmpty()) {
      List<Integer> others = open.stream().filter(layer -> !dense.contains(layer)).toList();
      shareOut(left - dense.stream().mapToLong(sizes::get).sum(), others, population, kept);
    }
  }

  /** The first of the layers whose next weight leaves kept over dimensions lowest. */
  private static int next(Population population, long[] kept) {
    int next = -1;
    for (int layer = 0; layer < kept.length; layer++) {
      if (kept[layer] < population.layers().get(layer)
          && (next < 0 || isLower(layer, next, population.dimensions(), kept))) {
        next = layer;
      }
    }
    return next;
  }

  /** In whole numbers: (kept + 1) / dimensions of one layer against another's. */
  private static boolean isLower(int layer, int other, List<Long> dimensions, long[] kept) {
    return Math.multiplyExact(kept[layer] + 1, dimensions.get(other))
        < Math.multiplyExact(kept[other] + 1, dimensions.get(layer));
  }
}
