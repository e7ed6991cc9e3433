package prunesweep.scorer;

import java.util.List;

/**
 * A score: how important each weight of a network is. The lowest are pruned first, equal ones in
 * the order of layer and flat index.
 *
 * <p>Found by Java's ServiceLoader, so it has a public constructor without parameters. One object
 * may be asked by several threads at once and keeps nothing between two calls. Equal networks must
 * get equal scores: randomness comes from {@link ScoredNetwork#random()} alone.
 */
public interface Scorer {

  /** The name in configs and tables: lower-case letters, digits and hyphens. */
  String name();

  /**
   * The version of what it computes, from 1: raised when equal networks get other scores, so that
   * trials from before and after have different ids.
   */
  default int version() {
    return 1;
  }

  /** What it is given beside the weights. */
  default Need need() {
    return Need.NOTHING;
  }

  /** Whether it is defined for networks with convolutions; others are refused at planning. */
  default boolean scoresConvolutions() {
    return true;
  }

  /**
   * The scores of all weights that can be pruned: one array a layer of {@code network}, in its
   * order, one finite number a weight in flat order. Those of weights that are zero are not looked
   * at.
   */
  List<double[]> scores(ScoredNetwork network);

  /**
   * The scores of the units of one layer, where units are pruned as a whole: by default the mean of
   * the scores of a unit's incoming weights.
   *
   * @param scores of the weights of {@code layer}
   * @return one finite number a unit
   */
  default double[] unitScores(ScoredLayer layer, double[] scores) {
    double[] means = layer.unitSums(scores);
    for (int unit = 0; unit < means.length; unit++) {
      means[unit] /= layer.inputs();
    }
    return means;
  }
}
