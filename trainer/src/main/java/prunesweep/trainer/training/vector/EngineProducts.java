package prunesweep.trainer.training.vector;

import java.util.List;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.training.CrossEntropy;

/**
 * The matrix products that the fast engine makes in a step on one batch, each on its own, by the
 * very objects of the engine: for those who time them. The weights change by next to nothing.
 */
public final class EngineProducts {

  /** Repeated on the same batch for ever, an update at a common rate would leave all bounds. */
  private static final double TINY_RATE = 1e-12;

  private final int images;
  private final LiveNetwork network;

  /** The products of a network with {@code parameters} on the images that {@code batch} names. */
  public EngineProducts(Parameters parameters, LabelledImages from, int[] batch) {
    images = batch.length;
    UpdateRule rule = new UpdateRule.SgdRule();
    network =
        new LiveNetwork(
            WholeNetwork.of(List.of(), parameters, rule), rule, images, SparseLimit.STANDARD);
    network.load(new ImageRun(from, batch, 0, images));
    network.forward(images);
    network.outputGradients(images, CrossEntropy.PLAIN);
    network.backward(new UpdateStep(images, 1, TINY_RATE));
  }

  /** The product that makes the sums of layer {@code layer}, from 0, over its inputs. */
  public Runnable forward(int layer) {
    LayerProducts products = network.products(layer);
    if (products instanceof FirstLayerProducts first) {
      return () -> first.multiply(images);
    }
    return () -> products.forward(images);
  }

  /**
   * The product that makes the gradients of the outputs of the layer before {@code layer}, from 1.
   */
  public Runnable backward(int layer) {
    BackwardProduct product = network.backwardProduct(layer);
    return () -> product.multiply(images);
  }

  /** The product that makes the weight gradient of {@code layer}, from 0, and adds it to them. */
  public Runnable update(int layer) {
    LayerProducts products = network.products(layer);
    UpdateStep step = new UpdateStep(images, 1, TINY_RATE);
    return () -> products.update(step);
  }

  /**
   * A product of {@code rows x depth} with {@code depth x columns} numbers, none of them left out.
   *
   * @param rows a multiple of the rows of a tile, {@link Lanes#ROWS}
   * @param left row by row, {@code rows * depth} numbers
   * @param right row by row, {@code depth * columns} numbers
   */
  public static Runnable large(int rows, int depth, int columns, float[] left, float[] right) {
    PanelLayout layout = PanelLayout.of(depth, columns);
    float[] weights = new float[layout.size()];
    for (int index = 0; index < right.length; index++) {
      weights[layout.at(index / columns, index % columns)] = right[index];
    }
    float[] out = new float[rows * Lanes.padded(columns)];
    AddedProduct product =
        new AddedProduct(
            left, weights, layout.panelStride(), out, Lanes.padded(columns), Lanes.TILE);
    TermOffsets terms = TermOffsets.spaced(depth, Lanes.ROWS, Lanes.TILE);
    return () -> multiply(product, terms, rows, depth, columns);
  }

  private static void multiply(
      AddedProduct product, TermOffsets terms, int rows, int depth, int columns) {
    for (int column = 0; column < columns; column += Lanes.TILE) {
      for (int row = 0; row < rows; row += Lanes.ROWS) {
        product.addTile(row, column, columns, row * depth, terms, MaskedFactor.ONE);
      }
    }
  }
}
