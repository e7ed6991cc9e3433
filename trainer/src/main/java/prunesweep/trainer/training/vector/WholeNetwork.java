package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;

/**
 * All layers of a network, with all their units.
 *
 * @param convolutions the shapes of the first of them
 * @param layers input side first
 */
record WholeNetwork(List<Layer.Convolution> convolutions, List<WholeLayer> layers) {

  WholeNetwork {
    layers = List.copyOf(layers);
  }

  /** A network that starts from the parameters {@code initial} and moves by {@code rule}. */
  static WholeNetwork of(
      List<Layer.Convolution> convolutions, Parameters initial, UpdateRule rule) {
    List<WholeLayer> layers = new ArrayList<>();
    for (int layer = 0; layer < initial.kernels().size(); layer++) {
      layers.add(new WholeLayer(initial.kernels().get(layer), initial.biases().get(layer), rule));
    }
    return new WholeNetwork(convolutions, layers);
  }

  /** All but the output layer. */
  List<WholeLayer> hidden() {
    return layers.subList(0, layers.size() - 1);
  }

  /** The layers behind the convolutions. */
  List<WholeLayer> dense() {
    return layers.subList(convolutions.size(), layers.size());
  }

  /** The same network with the same arrays of parameters, but without masks and memories. */
  WholeNetwork unmasked() {
    return new WholeNetwork(convolutions, layers.stream().map(WholeLayer::unmasked).toList());
  }

  /** Rows that layer {@code layer}, from 0, takes of an image. */
  int places(int layer) {
    return layer < convolutions.size() ? convolutions.get(layer).places() : 1;
  }
}
