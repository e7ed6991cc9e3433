package prunesweep.trainer.export;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.data.Encoding;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * A network with all that is needed to use it: raw numbers go in, named classes come out.
 *
 * @param architecture its layers
 * @param parameters its weights and biases
 * @param encoding of every feature of the raw data, and the names of the classes
 * @param features the features that go into the first layer, by their places in a raw row, in order
 */
public record TrainedNetwork(
    Architecture architecture, Parameters parameters, Encoding encoding, List<Integer> features) {

  public TrainedNetwork {
    features = List.copyOf(features);
  }

  /** Features of a raw row. */
  public int inputs() {
    return encoding.scaling().shifts().length;
  }

  /** Tells whether every feature of a raw row goes in. */
  public boolean takesAll() {
    return features.size() == inputs();
  }

  /** Its hidden layers as a config has them. */
  public NetworkSpec spec() {
    List<ConvolutionSpec> convolutions = new ArrayList<>();
    List<Integer> hidden = new ArrayList<>();
    for (Layer layer : architecture.hidden()) {
      if (layer instanceof Layer.Convolution convolution) {
        convolutions.add(convolution.spec());
      } else {
        hidden.add(layer.units());
      }
    }
    return new NetworkSpec(convolutions, hidden, architecture.bias());
  }
}
