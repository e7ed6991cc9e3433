package prunesweep.driver.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.config.SweepConfig;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.Spectrum;
import prunesweep.trainer.result.Spectrum.Norms;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/** Trials of the sweeps that come along, with made-up figures that can be reckoned by hand. */
public final class PlannedTrials {

  /** Of all weights: a half are zero when pruned, a quarter when retrained. */
  public static final NetworkSize PRUNED = new NetworkSize(1_000, 500, 1_000, 0);

  private static final Spectrum SPECTRUM = new Spectrum(7, 1e-4, new Norms(1, 1, 1), 1, 1);

  private PlannedTrials() {}

  /** The trials that {@code conf/<sweep>.conf} plans with the overrides, all done. */
  public static List<TrialRow> of(String sweep, String... overrides) {
    Path home = Path.of(System.getProperty("prunesweep.home"));
    SweepConfig config =
        ConfigLoader.load(home.resolve("conf/" + sweep + ".conf"), List.of(overrides));
    return SweepPlanner.plan(config, request -> "c0".repeat(32)).trials().stream()
        .map(PlannedTrial::spec)
        .map(PlannedTrials::done)
        .toList();
  }

  /** The share of test images that a trial of {@code seed} classifies right, once pruned. */
  public static double testAccuracy(long seed) {
    return 0.8 + 0.02 * seed;
  }

  private static TrialRow done(TrialSpec spec) {
    boolean isDense = spec.method().target().isEmpty();
    TrialResults results = new TrialResults();
    for (String stage : isDense ? List.of("dense") : List.of("pruned", "retrained")) {
      double sparsity = stage.equals("retrained") ? 0.25 : 0.5;
      EpochFigures figures = figures(stage.equals("retrained") ? 5 : 9, spec.seed());
      results.add(new EvaluationResult(stage, "max-epochs", sparsity, figures, figures));
      results.add(new LayerResult(stage, 1, 8, 10, 1, 40, SPECTRUM));
    }
    if (!isDense) {
      Evaluation test = evaluation(testAccuracy(spec.seed()) / 2);
      results.addAll(
          Stream.of("pca", "svd")
              .map(name -> new ReductionResult("00112233445566aa", name, "7", test, 0.5))
              .toList());
    }
    TrialSummary summary =
        new TrialSummary("max-epochs", 1, 9, figures(9, spec.seed()), PRUNED, 1, 0, null);
    return new TrialRow(
        "made up", new Completed(spec, summary, results, Samples.MACHINE), Optional.empty());
  }

  private static EpochFigures figures(int epoch, long seed) {
    Evaluation all = evaluation(testAccuracy(seed));
    return new EpochFigures(epoch, all, all, all);
  }

  private static Evaluation evaluation(double accuracy) {
    return new Evaluation(0.25, accuracy, 0.9, 0.1, 0.7);
  }
}
