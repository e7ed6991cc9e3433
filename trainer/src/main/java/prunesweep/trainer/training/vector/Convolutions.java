package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;

/** The live parts of a network's convolutions, each with the maps it reads. */
final class Convolutions {

  private final List<LiveConvolution> layers = new ArrayList<>();
  private final LiveUnits units;
  private final int places;

  /**
   * Loads the live part of the convolutions of {@code network}, if it has any.
   *
   * @param capacity most images at once
   */
  Convolutions(WholeNetwork network, UpdateRule rule, int capacity) {
    LiveUnits channels = LiveUnits.all(1);
    int last = network.layers().get(0).inputs;
    for (int index = 0; index < network.convolutions().size(); index++) {
      WholeLayer state = network.layers().get(index);
      LiveUnits own = LiveUnits.of(state, rule);
      ConvolutionShape shape =
          new ConvolutionShape(network.convolutions().get(index), channels, own, capacity);
      layers.add(new LiveConvolution(state, shape, rule));
      last = shape.layer().pooled().places();
      channels = own;
    }
    places = last;
    units = channels.spread(places);
  }

  /** How many there are. */
  int count() {
    return layers.size();
  }

  /** Input side first. */
  List<LiveConvolution> layers() {
    return layers;
  }

  /** Values of each map that the first dense layer reads. */
  int places() {
    return places;
  }

  /** What the first dense layer reads: each place of each channel; pixels without convolutions. */
  LiveUnits units() {
    return units;
  }
}
