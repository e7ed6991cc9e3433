package prunesweep.driver.stub;

import java.util.stream.IntStream;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.ScoredLayer;

/** The flat index of a weight. */
public final class StubScorer implements LayerScorer {

  @Override
  public String name() {
    return "by-index";
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    return IntStream.range(0, layer.weights().length).asDoubleStream().toArray();
  }
}
