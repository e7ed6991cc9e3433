package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.LayerInputs;

/** Convolutions over the images of a batch; the last one's pooled maps are units to its reader. */
final class ConvolutionInput implements DenseInput {

  private final List<LiveConvolution> layers;

  /** One a layer but the first. */
  private final List<WindowsBack> back = new ArrayList<>();

  private final UnitOutputs made;
  private final LiveUnits units;
  private final MapValues outputs;
  private final MapValues gradients;
  private final LayerProducts products;
  private final BackwardProduct backward;
  private final int[] labels;
  private final float[] image;

  /** The first dense layer is {@code reader}. */
  ConvolutionInput(Convolutions convolutions, LiveLayer reader) {
    layers = convolutions.layers();
    layers.stream().skip(1).forEach(layer -> back.add(layer.back()));
    units = convolutions.units();
    made = new UnitOutputs(units.present().length, reader.capacity);
    outputs = MapValues.ofUnits(made.outputsByUnit, made.batchStride, convolutions.places());
    gradients = MapValues.ofUnits(made.gradientsByUnit, made.batchStride, convolutions.places());
    products = LayerProducts.of(made, reader);
    backward = BackwardProduct.of(made, reader);
    labels = new int[reader.capacity];
    image = new float[layers.get(0).source.places().length];
  }

  @Override
  public void load(ImageRun batch) {
    MapValues source = layers.get(0).source;
    for (int row = 0; row < batch.count(); row++) {
      labels[row] = batch.label(row);
      batch.copy(row, image, 0);
      int at = source.at(row / Block.IMAGES, 0) + row % Block.IMAGES;
      for (int pixel = 0; pixel < image.length; pixel++) {
        source.values()[at + source.places()[pixel]] = image[pixel];
      }
    }
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public LayerProducts products() {
    return products;
  }

  @Override
  public void forward(int images) {
    for (int layer = 0; layer < layers.size(); layer++) {
      boolean isLast = layer == layers.size() - 1;
      layers.get(layer).forward(images, isLast ? outputs : layers.get(layer + 1).source);
    }
  }

  @Override
  public void backward(UpdateStep step) {
    made.turn(step.images());
    backward.multiply(step.images());
    made.clearGradientsBehind(step.images());
    MapValues from = gradients;
    for (int layer = layers.size() - 1; layer > 0; layer--) {
      layers.get(layer).backward(step.images(), from);
      back.get(layer - 1).multiply(step.images());
      layers.get(layer).update(step);
      from = back.get(layer - 1).made;
    }
    layers.get(0).backward(step.images(), from);
    layers.get(0).update(step);
  }

  @Override
  public void countActive(int images, List<int[]> counts) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).countActive(images, counts.get(layer));
    }
  }

  @Override
  public void copyInputs(ImageRun batch, List<LayerInputs> inputs) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).copyInputs(batch.count(), inputs.get(layer), batch.start());
    }
    made.copy(batch.count(), units, inputs.get(layers.size()), batch.start());
  }

  @Override
  public List<LiveParameters> parameters() {
    return layers.stream().map(layer -> layer.parameters).toList();
  }
}
