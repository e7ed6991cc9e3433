package prunesweep.benchmarks.peer;

import java.util.random.RandomGenerator;
import prunesweep.benchmarks.subject.LayerShape;
import prunesweep.benchmarks.subject.StepProduct;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.training.vector.EngineProducts;

/** Workloads of this engine's matrix products. */
final class VectorProducts {

  private VectorProducts() {}

  /** The products of a step on a batch of the subject's images, zeros left out as in a step. */
  static Workload ofStep(Subject subject) {
    EngineProducts products =
        new EngineProducts(subject.initial(), subject.images(), subject.batches().take(1));
    return new ProductsWorkload(
        StepProduct.of(subject.layers()),
        product -> product(products, product),
        VectorFacts::inUse);
  }

  private static Runnable product(EngineProducts products, StepProduct product) {
    return switch (product.kind()) {
      case FORWARD -> products.forward(product.layer());
      case BACKWARD -> products.backward(product.layer());
      case UPDATE -> products.update(product.layer());
    };
  }

  /** One large product. */
  static Workload ofLarge() {
    return new ProductsWorkload(
        StepProduct.large(), product -> large(product.shape()), VectorFacts::inUse);
  }

  private static Runnable large(LayerShape shape) {
    return EngineProducts.large(
        shape.images(),
        shape.inputs(),
        shape.units(),
        matrix(shape.images() * shape.inputs()),
        matrix(shape.inputs() * shape.units()));
  }

  private static float[] matrix(int size) {
    RandomGenerator random = RandomStream.of(0, "matrix", size);
    float[] values = new float[size];
    for (int index = 0; index < size; index++) {
      values[index] = 2 * random.nextFloat() - 1;
    }
    return values;
  }
}
