package prunesweep.trainer.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import prunesweep.scorer.LayerWeights;
import prunesweep.scorer.ScoredNetwork;
import prunesweep.scorer.Scorer;

/**
 * Synaptic flow (Tanaka et al., Pruning neural networks without any data by iteratively conserving
 * synaptic flow, 2020, equation 3): the sum, over all paths from an input to an output through the
 * weight, of the product of the absolute values of their weights. That is abs(w dR/dw) with R the
 * sum of the outputs of the network of absolute values, without biases, on inputs that are all one;
 * such a network's ReLUs let everything through.
 *
 * <p>Worked out layer by layer in double. The output layer is part of every path, scored or not.
 * The scores of each layer add up to R, whatever the layer: the paper's law of conservation.
 * Convolutions with their pooling are no such product and are refused.
 */
final class Synflow implements Scorer {

  @Override
  public String name() {
    return "synflow";
  }

  @Override
  public boolean scoresConvolutions() {
    return false;
  }

  @Override
  public List<double[]> scores(ScoredNetwork network) {
    List<LayerWeights> all = network.allLayers();
    List<double[]> into = into(all);
    List<double[]> outOf = outOf(all);
    return network.layers().stream()
        .map(layer -> scores(layer, into.get(layer.place()), outOf.get(layer.place())))
        .toList();
  }

  private static double[] scores(LayerWeights layer, double[] into, double[] outOf) {
    double[] scores = new double[layer.weights().length];
    Arrays.setAll(
        scores,
        index -> into[index / layer.units()] * size(layer, index) * outOf[index % layer.units()]);
    return scores;
  }

  private static double size(LayerWeights layer, int index) {
    return Math.abs((double) layer.weights()[index]);
  }

  /** Of each layer the flow from all inputs of the network into each of its own inputs. */
  private static List<double[]> into(List<LayerWeights> layers) {
    List<double[]> flows = new ArrayList<>();
    double[] flow = ones(layers.get(0).inputs());
    for (LayerWeights layer : layers) {
      flows.add(flow);
      double[] next = new double[layer.units()];
      for (int index = 0; index < layer.weights().length; index++) {
        next[index % layer.units()] += flow[index / layer.units()] * size(layer, index);
      }
      flow = next;
    }
    return flows;
  }

  /** Of each layer the flow from each of its units to all outputs of the network. */
  private static List<double[]> outOf(List<LayerWeights> layers) {
    List<double[]> flows = new ArrayList<>();
    double[] flow = ones(layers.get(layers.size() - 1).units());
    for (int place = layers.size() - 1; place >= 0; place--) {
      LayerWeights layer = layers.get(place);
      flows.add(flow);
      double[] before = new double[layer.inputs()];
      for (int index = 0; index < layer.weights().length; index++) {
        before[index / layer.units()] += size(layer, index) * flow[index % layer.units()];
      }
      flow = before;
    }
    Collections.reverse(flows);
    return flows;
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
