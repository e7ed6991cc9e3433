package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.ScoredKernels.Facts;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.scope.Amounts;
import prunesweep.trainer.scope.Cut;
import prunesweep.trainer.scope.Population;

/**
 * Makes the prunes of a selection: gathers what the scorer needs, scores, and takes exactly as many
 * weights or units as the scope's cuts say, lowest first.
 */
public final class Pruner {

  private final Selection selection;
  private final Dataset dataset;
  private final long seed;
  private final Amounts amounts;
  private final Population population;
  private final AskedScorer scorer;
  private final DoubleUnaryOperator order;

  /**
   * The pruner of a network of the shape {@code network}.
   *
   * @param seed from which random scores and batches derive
   * @param prunes how many prunes there are in all, from 1
   * @throws InvalidSpecException if there is less to prune than is asked for
   */
  public Pruner(Selection selection, Dataset dataset, Architecture network, long seed, int prunes) {
    selection.requirePrunable(network, prunes);
    this.selection = selection;
    this.dataset = dataset;
    this.seed = seed;
    this.amounts = selection.amounts(prunes);
    this.population = selection.population(network);
    this.scorer = AskedScorer.of(selection.score());
    this.order = DoubleUnaryOperator.identity();
  }

  private Pruner(Pruner other, DoubleUnaryOperator order) {
    this.selection = other.selection;
    this.dataset = other.dataset;
    this.seed = other.seed;
    this.amounts = other.amounts;
    this.population = other.population;
    this.scorer = other.scorer;
    this.order = order;
  }

  /** The same where the highest scores go first: a control. */
  public Pruner inverted() {
    return new Pruner(this, score -> -score);
  }

  /**
   * Prune {@code prune} of {@code network}.
   *
   * @param prune from 1
   * @param counting counts for a scorer that needs counters; is not asked otherwise
   */
  public Prune prune(int prune, Counting counting, NetworkView network) {
    return pruneUntil(prune, prune, counting, network);
  }

  /**
   * Prune {@code prune} of {@code network}, in which all goes that prunes until {@code last} would
   * take.
   */
  public Prune pruneUntil(int prune, int last, Counting counting, NetworkView network) {
    Facts facts = gather(prune, counting, network);
    CostMeter meter = CostMeter.started();
    Parameters parameters = network.parameters();
    List<Cut> cuts =
        IntStream.rangeClosed(prune, last)
            .mapToObj(each -> selection.scope().cuts(each, amounts, population))
            .reduce(List.of(), Cut::merged);
    List<boolean[]> chosen = choose(prune, parameters, facts, cuts);
    return made(prune, selection.prunable(parameters), chosen, meter);
  }

  private static Prune made(
      int prune, List<Kernel> kernels, List<boolean[]> chosen, CostMeter meter) {
    Mask before = Mask.ofNonZero(kernels);
    Mask after = before.without(chosen);
    long pruned = before.keptWeights() - after.keptWeights();
    return new Prune(prune, Double.NaN, after, pruned, meter.cost());
  }

  private Facts gather(int prune, Counting counting, NetworkView network) {
    LabelledImages images = dataset.training();
    return new Gathering(
            network, images, () -> selection.batches().draw(images.count(), seed, prune), counting)
        .of(selection.score().need());
  }

  /** What goes: one array a layer that can be pruned, true where a weight does. */
  private List<boolean[]> choose(int prune, Parameters parameters, Facts facts, List<Cut> cuts) {
    List<Kernel> kernels = selection.prunable(parameters);
    List<Integer> asked = cuts.stream().flatMap(cut -> cut.layers().stream()).toList();
    RandomGenerator random = RandomStream.of(seed, "scores", prune - 1);
    ScoredKernels view =
        new ScoredKernels(kernels, selection.output(parameters), asked, facts, random);
    Map<Integer, double[]> scores = scorer.scores(view);
    List<boolean[]> chosen = new ArrayList<>();
    kernels.forEach(kernel -> chosen.add(new boolean[kernel.size()]));
    for (Cut cut : cuts) {
      List<boolean[]> gone = lowest(view, cut, scores);
      for (int place = 0; place < gone.size(); place++) {
        chosen.set(cut.layers().get(place), gone.get(place));
      }
    }
    RandomGenerator choosing = RandomStream.of(seed, "within-layer", prune - 1);
    return LayerChoice.of(selection.withinLayer(), kernels, chosen, choosing);
  }

  private List<boolean[]> lowest(ScoredKernels view, Cut cut, Map<Integer, double[]> scores) {
    List<Kernel> kernels = cut.layers().stream().map(view.kernels()::get).toList();
    return selection.granularity() == Granularity.WEIGHTS
        ? Selector.lowest(
            Selector.candidates(ordered(cut.layers().stream().map(scores::get)), kernels),
            cut.count())
        : columns(
            ordered(cut.layers().stream().map(layer -> scorer.unitScores(view, layer, scores))),
            kernels,
            cut.count());
  }

  private List<double[]> ordered(Stream<double[]> scores) {
    return scores.map(each -> Arrays.stream(each).map(order).toArray()).toList();
  }

  /** Whole columns; those that are zero already are no candidates. */
  private static List<boolean[]> columns(List<double[]> units, List<Kernel> kernels, long count) {
    List<double[]> candidates = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      candidates.add(Selector.unitCandidates(units.get(layer), kernels.get(layer)));
    }
    List<boolean[]> gone = Selector.lowest(candidates, count);
    List<boolean[]> columns = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      columns.add(spread(gone.get(layer), kernels.get(layer).size()));
    }
    return columns;
  }

  private static boolean[] spread(boolean[] units, int weights) {
    boolean[] columns = new boolean[weights];
    for (int index = 0; index < weights; index++) {
      columns[index] = units[index % units.length];
    }
    return columns;
  }
}
