package prunesweep.scorer;

import java.util.List;

/** A score that looks at one layer at a time. */
public interface LayerScorer extends Scorer {

  /** The scores of all weights of {@code layer}: one finite number a weight, in flat order. */
  double[] scores(ScoredLayer layer);

  @Override
  default List<double[]> scores(ScoredNetwork network) {
    return network.layers().stream().map(this::scores).toList();
  }
}
