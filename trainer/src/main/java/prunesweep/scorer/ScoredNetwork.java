package prunesweep.scorer;

import java.util.List;
import java.util.random.RandomGenerator;

/** A network as a scorer sees it. */
public interface ScoredNetwork {

  /** The layers to score, input side first: all hidden ones, or the one that is pruned now. */
  List<ScoredLayer> layers();

  /** All hidden layers, input side first, for scores that look at more than a layer. */
  List<ScoredLayer> hiddenLayers();

  /** The weights of all layers, input side first; the last one is the output layer. */
  List<LayerWeights> allLayers();

  /** Random numbers that depend on the trial's seed and the number of the prune alone. */
  RandomGenerator random();
}
