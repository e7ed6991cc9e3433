package prunesweep.scorer;

import java.util.List;
import java.util.random.RandomGenerator;

/** A network as a scorer sees it. */
public interface ScoredNetwork {

  /**
   * The layers to score, input side first: all that can be pruned, or the one that is pruned now.
   */
  List<ScoredLayer> layers();

  /**
   * All layers that can be pruned, input side first, for scores that look at more than a layer: the
   * hidden ones, and the output layer where {@code prune-output} is on.
   */
  List<ScoredLayer> hiddenLayers();

  /** The weights of all layers, input side first; the last one is the output layer. */
  List<LayerWeights> allLayers();

  /** Random numbers that depend on the trial's seed and the number of the prune alone. */
  RandomGenerator random();
}
