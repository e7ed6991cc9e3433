package prunesweep.benchmarks.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One matrix product of a training step.
 *
 * @param kind of the product
 * @param layer index of the layer, from 0, input side first
 * @param shape its sizes
 */
public record StepProduct(ProductKind kind, int layer, LayerShape shape) {

  /** The side of the matrices of {@link #large}. */
  private static final int LARGE = 1024;

  /**
   * All products of a step over {@code layers} in the order of the step: forward to the end, then
   * back, each layer handing its gradient on before its own update; the first hands nothing on.
   */
  public static List<StepProduct> of(List<LayerShape> layers) {
    List<StepProduct> products = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      products.add(new StepProduct(ProductKind.FORWARD, layer, layers.get(layer)));
    }
    for (int layer = layers.size() - 1; layer > 0; layer--) {
      products.add(new StepProduct(ProductKind.BACKWARD, layer, layers.get(layer)));
      products.add(new StepProduct(ProductKind.UPDATE, layer, layers.get(layer)));
    }
    products.add(new StepProduct(ProductKind.UPDATE, 0, layers.get(0)));
    return products;
  }

  /** One product large enough to show what a multiplier can do at its best. */
  public static List<StepProduct> large() {
    return List.of(new StepProduct(ProductKind.FORWARD, 0, new LayerShape(LARGE, LARGE, LARGE)));
  }

  /** Its name for people, e.g. {@code update, layer 1, 32x784x300}. */
  public String label() {
    return "%s, layer %d, %s".formatted(kind.name().toLowerCase(Locale.ROOT), layer + 1, shape);
  }
}
