package prunesweep.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import prunesweep.benchmarks.contest.ContestResult.Time;
import prunesweep.benchmarks.subject.StepProduct;

/**
 * Speed of one matrix product.
 *
 * @param label its name for people
 * @param microseconds median over the rounds
 * @param gigaflops thousand millions of floating-point operations a second in that time
 */
record ProductFigure(String label, double microseconds, double gigaflops) {

  private static final double MICROS_OF_MILLI = 1e3;
  private static final double OPERATIONS_OF_GIGAFLOPS_IN_A_MILLI = 1e6;

  /** One figure a product of {@code time}'s contestant. */
  static List<ProductFigure> of(Time time) {
    List<StepProduct> products = time.products();
    List<ProductFigure> figures = new ArrayList<>();
    for (int part = 0; part < products.size(); part++) {
      figures.add(of(products.get(part), time.series().part(part).median()));
    }
    return figures;
  }

  static ProductFigure of(StepProduct product, double milliseconds) {
    return new ProductFigure(
        product.label(),
        milliseconds * MICROS_OF_MILLI,
        product.shape().operations() / milliseconds / OPERATIONS_OF_GIGAFLOPS_IN_A_MILLI);
  }
}
