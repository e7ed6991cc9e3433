package prunesweep.benchmarks.peer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import prunesweep.benchmarks.subject.StepProduct;

/** The matrix products of a step alone, in the order of the step; each one is a part. */
final class ProductsWorkload implements Workload {

  private final List<Runnable> products;
  private final Supplier<Map<String, String>> facts;

  /**
   * A workload of matrix products.
   *
   * @param products the products, in their order
   * @param multiplier gives the code that computes one of them
   * @param facts properties of this process by name
   */
  ProductsWorkload(
      List<StepProduct> products,
      Function<StepProduct, Runnable> multiplier,
      Supplier<Map<String, String>> facts) {
    this.products = products.stream().map(multiplier).toList();
    this.facts = facts;
  }

  @Override
  public double[] run(int steps) {
    double[] seconds = new double[products.size()];
    for (int step = 0; step < steps; step++) {
      for (int part = 0; part < seconds.length; part++) {
        seconds[part] += Seconds.of(products.get(part));
      }
    }
    return seconds;
  }

  @Override
  public Map<String, String> facts() {
    return facts.get();
  }
}
