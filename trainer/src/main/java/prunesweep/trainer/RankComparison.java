package prunesweep.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import prunesweep.trainer.analysis.RankReduction;
import prunesweep.trainer.analysis.SingularValues;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.trial.TrialSpec;

/**
 * The dense network of the same seed with its hidden layers reduced to a pruned network's ranks
 * (Ganguli and Chong 2024, tables 11 to 13; protocol, section 7). Biases stay.
 *
 * @param spec the pruned network's trial
 * @param dataset what both are tested on
 */
record RankComparison(TrialSpec spec, Dataset dataset) {

  /** One result a reduction. */
  List<ReductionResult> compare(Parameters pruned, double prunedTestAccuracy, Parameters dense) {
    List<Integer> ranks =
        pruned.hidden().stream().map(kernel -> SingularValues.of(kernel).rank()).toList();
    List<ReductionResult> results = new ArrayList<>();
    for (RankReduction reduction : RankReduction.values()) {
      Evaluation test = test(reduced(dense, ranks, reduction));
      results.add(
          new ReductionResult(
              spec.dense().id().value(),
              reduction.name().toLowerCase(Locale.ROOT),
              String.join("/", ranks.stream().map(String::valueOf).toList()),
              test,
              prunedTestAccuracy));
    }
    return results;
  }

  private static Parameters reduced(
      Parameters dense, List<Integer> ranks, RankReduction reduction) {
    List<Kernel> kernels = new ArrayList<>(dense.kernels());
    for (int layer = 0; layer < ranks.size(); layer++) {
      kernels.set(layer, reduction.reduce(kernels.get(layer), ranks.get(layer)));
    }
    return new Parameters(kernels, dense.biases());
  }

  private Evaluation test(Parameters parameters) {
    try (TrainingEngine engine = Engines.create(spec, dataset, parameters)) {
      return engine.evaluate(dataset.test());
    }
  }
}
