package prunesweep.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.analysis.RankReduction;
import prunesweep.trainer.analysis.SingularValues;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.ReductionResult.Trained;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingRun;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialResults;

/**
 * The dense network of the same seed with its hidden layers reduced to a pruned network's ranks
 * (Ganguli and Chong 2024, tables 11 to 13; protocol, section 7). Biases stay. Where that is asked
 * for, each of these networks is also trained on as pruned ones are: by the same protocol, no mask
 * held, optimiser and early stopping begun anew. What is among the rows of the trial already is not
 * made again.
 *
 * @param course of the pruned network
 * @param rows where the results are kept
 */
record RankComparison(TrialCourse course, TrialResults rows) {

  /** Adds a result for each reduction, and one after it where the network is trained on. */
  void compare(Parameters dense) {
    List<Integer> ranks = ranks(course.pruned());
    for (RankReduction reduction : RankReduction.values()) {
      String name = reduction.name().toLowerCase(Locale.ROOT);
      Parameters cut = reduced(dense, ranks, reduction);
      if (isMissing(name)) {
        try (TrainingEngine engine = Engines.create(course.spec(), course.dataset(), cut)) {
          rows.add(result(name, ranks, engine, null));
        }
      }
      String retrained = name + "-retrained";
      if (course.spec().keeps(Analysis.PCA_RETRAINED) && isMissing(retrained)) {
        rows.add(
            course.train(
                retrained,
                cut,
                (run, engine) -> result(retrained, ranks, engine, trained(run, engine))));
      }
    }
  }

  private boolean isMissing(String name) {
    return rows.of(ReductionResult.class).stream()
        .noneMatch(result -> result.reduction().equals(name));
  }

  private ReductionResult result(
      String name, List<Integer> ranks, TrainingEngine engine, @Nullable Trained trained) {
    return new ReductionResult(
        course.spec().dense().id().value(),
        name,
        text(ranks),
        engine.evaluate(course.dataset().test()),
        course.evaluation().last().test().accuracy(),
        trained);
  }

  private static Trained trained(TrainingRun run, TrainingEngine engine) {
    return new Trained(
        run.last().epoch(), run.stopReason().label(), text(ranks(engine.parameters())));
  }

  private static List<Integer> ranks(Parameters parameters) {
    return parameters.hidden().stream().map(kernel -> SingularValues.of(kernel).rank()).toList();
  }

  private static String text(List<Integer> ranks) {
    return ranks.stream().map(String::valueOf).collect(Collectors.joining("/"));
  }

  private static Parameters reduced(
      Parameters dense, List<Integer> ranks, RankReduction reduction) {
    List<Kernel> kernels = new ArrayList<>(dense.kernels());
    for (int layer = 0; layer < ranks.size(); layer++) {
      kernels.set(layer, reduction.reduce(kernels.get(layer), ranks.get(layer)));
    }
    return new Parameters(kernels, dense.biases());
  }
}
