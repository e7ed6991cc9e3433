package prunesweep.trainer.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/**
 * The absolute value of the weight times the Euclidean norm of its input over all batches, compared
 * within each unit (Sun et al., A simple and effective pruning approach for large language models,
 * 2023).
 *
 * <p>Scores of different units must not be compared by their size. So a weight scores the share of
 * its unit's weights that stand before it: those that are zero already, then those with a smaller
 * product, equal ones in the order of the inputs. Whatever is cut by such scores takes the same
 * share of every unit, give or take one weight: with scope layers that is the paper's rule; with
 * one cut over all layers, all units of all layers lose the same share. Weights that went before
 * count, so that later prunes keep the shares equal.
 *
 * <p>A unit that is pruned as a whole scores the mean of its products.
 */
final class Wanda implements LayerScorer {

  @Override
  public String name() {
    return "wanda";
  }

  @Override
  public Need need() {
    return Need.INPUTS;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    double[] products = products(layer);
    double[] scores = new double[products.length];
    for (int unit = 0; unit < layer.units(); unit++) {
      List<Integer> ascending = ascending(layer, unit, products);
      for (int place = 0; place < ascending.size(); place++) {
        scores[ascending.get(place)] = place / (double) layer.inputs();
      }
    }
    return scores;
  }

  /** The flat indices of the weights of a unit, lowest first. */
  private static List<Integer> ascending(ScoredLayer layer, int unit, double[] products) {
    float[] weights = layer.weights();
    return IntStream.range(0, layer.inputs())
        .mapToObj(input -> input * layer.units() + unit)
        .sorted(
            Comparator.<Integer>comparingInt(index -> weights[index] == 0 ? 0 : 1)
                .thenComparingDouble(index -> products[index]))
        .toList();
  }

  private static double[] products(ScoredLayer layer) {
    float[] weights = layer.weights();
    double[] norms = norms(layer);
    double[] products = new double[weights.length];
    Arrays.setAll(
        products, index -> Math.abs((double) weights[index]) * norms[index / layer.units()]);
    return products;
  }

  /** Of each input, over all rows of all batches. */
  private static double[] norms(ScoredLayer layer) {
    double[] squares = new double[layer.inputs()];
    for (float[] batch : layer.values()) {
      for (int index = 0; index < batch.length; index++) {
        squares[index % squares.length] += (double) batch[index] * batch[index];
      }
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }

  @Override
  public double[] unitScores(ScoredLayer layer, double[] scores) {
    return LayerScorer.super.unitScores(layer, products(layer));
  }
}
