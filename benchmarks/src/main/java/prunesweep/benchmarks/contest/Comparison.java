package prunesweep.benchmarks.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quotient of the times of two contestants.
 *
 * @param id its name in files
 * @param label its name for people
 * @param numerator id of the contestant above the line
 * @param denominator id of the contestant below the line
 * @param factor of the quotient
 */
record Comparison(String id, String label, String numerator, String denominator, double factor) {

  /** All comparisons, for the data sets of {@code data}. */
  static List<Comparison> on(List<DataChoice> data) {
    List<Comparison> all = new ArrayList<>();
    all.add(
        new Comparison(
            "dl4j-fit-over-dense",
            "dense: MultiLayerNetwork.fit takes so many times this engine's time",
            Contestants.DL4J_FIT,
            Contestants.DENSE,
            1));
    all.add(
        new Comparison(
            "pytorch-over-dense",
            "dense: PyTorch takes so many times this engine's time",
            Contestants.PYTORCH_DENSE,
            Contestants.DENSE,
            1));
    for (DataChoice choice : data) {
      String id = Contestants.suffix("-", choice, data);
      String label = Contestants.suffix(", ", choice, data);
      all.add(gain("units", "80 % of the units pruned" + label, Contestants.UNITS, id));
      all.add(gain("weights", "80 % of the weights held at zero" + label, Contestants.WEIGHTS, id));
    }
    for (Variant variant : Variant.values()) {
      all.add(
          new Comparison(
              "dense-over-" + variant.word(),
              "dense takes so many times the time of " + variant.label(),
              Contestants.DENSE,
              variant.id(),
              1));
    }
    all.add(
        new Comparison(
            "two-at-once-over-one",
            "two trainings at once make so many times the steps of one",
            Contestants.DENSE,
            Contestants.TWO_AT_ONCE,
            2));
    all.addAll(lenet());
    all.add(
        new Comparison(
            "products-over-dense",
            "a step's products by this engine alone, as a share of its whole step",
            Contestants.VECTOR_PRODUCTS,
            Contestants.DENSE,
            1));
    all.add(
        new Comparison(
            "openblas-products-over-dense",
            "a step's products by OpenBLAS alone, as a share of this engine's whole step",
            Contestants.OPENBLAS_PRODUCTS,
            Contestants.DENSE,
            1));
    return all;
  }

  private static List<Comparison> lenet() {
    return List.of(
        new Comparison(
            "lenet-pytorch-over-dense",
            "LeNet-5, dense: PyTorch takes so many times this engine's time",
            Contestants.PYTORCH_LENET,
            Contestants.LENET,
            1),
        new Comparison(
            "lenet-dl4j-over-dense",
            "LeNet-5, dense: the engine dl4j takes so many times this engine's time",
            Contestants.DL4J_LENET,
            Contestants.LENET,
            1),
        new Comparison(
            "lenet-dense-over-units",
            "LeNet-5: dense takes so many times the time of 80 % of channels and units pruned",
            Contestants.LENET,
            Contestants.LENET_UNITS,
            1));
  }

  private static Comparison gain(String name, String held, String contestant, String suffix) {
    return new Comparison(
        "dense-over-" + name + suffix,
        "dense takes so many times the time of " + held,
        Contestants.DENSE + suffix,
        contestant + suffix,
        1);
  }

  /** The value of the comparison; empty if one of the two did not take part. */
  Optional<Ratio> among(Map<String, StepTimes> series) {
    StepTimes above = series.get(numerator);
    StepTimes below = series.get(denominator);
    return above == null || below == null
        ? Optional.empty()
        : Optional.of(new Ratio(id, label, above.over(below, factor)));
  }
}
