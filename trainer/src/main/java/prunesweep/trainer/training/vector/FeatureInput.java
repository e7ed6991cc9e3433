package prunesweep.trainer.training.vector;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.LayerInputs;

/** The features of a batch, read by a dense layer. */
final class FeatureInput implements DenseInput {

  private final InputBatch.Shape shape;
  private final LiveLayer reader;

  /** For pixels, until images of another kind are loaded. */
  private InputBatch batch;

  private LayerProducts products;

  private FeatureInput(InputBatch.Shape shape, LiveLayer reader) {
    this.shape = shape;
    this.reader = reader;
    batch = new PixelBatch(shape);
    products = products(batch, shape, reader);
  }

  /** The features that {@code reader}, the live part of {@code state}, takes. */
  static FeatureInput of(WholeLayer state, LiveLayer reader, int batchSize) {
    return new FeatureInput(
        new InputBatch.Shape(usefulInputs(state), reader.columnStride, reader.capacity, batchSize),
        reader);
  }

  private static boolean[] usefulInputs(WholeLayer state) {
    boolean[] useful = new boolean[state.inputs];
    boolean @Nullable [] kept = state.kept();
    for (int index = 0; index < state.weights.length; index++) {
      useful[index / state.units] |= kept == null || kept[index];
    }
    return useful;
  }

  private static LayerProducts products(
      InputBatch batch, InputBatch.Shape shape, LiveLayer reader) {
    return reader.slots == null
        ? new FirstLayerProducts(batch, reader)
        : new SparseProducts(new BatchInputs(batch, shape), reader, reader.slots);
  }

  @Override
  public void load(ImageRun images) {
    if (!batch.takes(images.images().features())) {
      batch = InputBatch.of(images.images().features(), shape);
      products = products(batch, shape, reader);
    }
    batch.load(images.images(), images.order(), images.start(), images.count());
  }

  @Override
  public int label(int row) {
    return batch.label(row);
  }

  @Override
  public LayerProducts products() {
    return products;
  }

  @Override
  public void copyInputs(ImageRun images, List<LayerInputs> inputs) {
    LayerInputs first = inputs.get(0);
    for (int row = 0; row < images.count(); row++) {
      images.copy(row, first.values(), (images.start() + row) * first.inputs());
    }
  }
}
