package prunesweep.driver.tables;

import java.util.List;
import java.util.Optional;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.SelectionCost;
import prunesweep.trainer.result.Spectrum;
import prunesweep.trainer.result.Spectrum.Norms;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Made-up trials of a network 4-2 on 8 inputs and 2 classes, which can be reckoned by hand: 44
 * weights, 4 of them in the output layer; two epochs of 0.5 seconds.
 *
 * @param dataset its name
 */
public record MeasuredTrials(String dataset) {

  /** The weights of the network. */
  public static final int WEIGHTS = 44;

  private static final Spectrum SPECTRUM = new Spectrum(1, 1e-4, new Norms(1, 1, 1), 1, 1);

  /** A dense one; at the lowest validation loss it had 0.01 more than {@code testAccuracy}. */
  public TrialRow dense(int seed, double testAccuracy) {
    return row(Samples.dense(), "dense", seed, testAccuracy, new long[] {32, 8}, List.of());
  }

  /**
   * One that was pruned at the end of its first epoch.
   *
   * @param left non-zero weights of the two hidden layers
   */
  public TrialRow pruned(int seed, double testAccuracy, long... left) {
    long pruned = WEIGHTS - 4 - left[0] - left[1];
    CycleResult cycle =
        new CycleResult(1, 1, 0.8, 0.8, pruned, pruned / 44.0, new SelectionCost(0.01, 4_096));
    return row(Samples.global(), "pruned", seed, testAccuracy, left, List.of(cycle));
  }

  /** One that was pruned at once, of which a quarter of the hidden weights is left. */
  public TrialRow oneShot(Granularity granularity, double target, int seed, double testAccuracy) {
    Method method = OneShotPruning.smallest(granularity, target);
    return row(method, "pruned", seed, testAccuracy, new long[] {8, 2}, List.of());
  }

  /** The trial {@code done} as one that fell short of its target. */
  public static TrialRow fallenShort(TrialRow done) {
    Completed whole = done.completed().orElseThrow();
    TrialSummary summary = whole.summary();
    TrialSummary fallenShort =
        new TrialSummary(
            summary.stopReason(),
            summary.cyclesDone(),
            summary.epochs(),
            summary.figures(),
            summary.size(),
            summary.seconds(),
            summary.epochsShared(),
            false);
    return new TrialRow(
        done.sweep(),
        new Completed(whole.spec(), fallenShort, whole.results(), whole.machine()),
        done.code());
  }

  private TrialRow row(
      Method method,
      String stage,
      int seed,
      double testAccuracy,
      long[] left,
      List<CycleResult> cycles) {
    long nonzero = 4 + left[0] + left[1];
    NetworkSize size = new NetworkSize(WEIGHTS, nonzero, 2 * nonzero, 0);
    TrialSummary summary =
        new TrialSummary(
            "max-epochs", cycles.size(), 2, figures(2, testAccuracy), size, 1, 0, null);
    TrialResults results = new TrialResults();
    results.addAll(List.of(epoch(1, seed), epoch(2, seed)));
    results.addAll(cycles);
    results.add(new LayerResult(stage, 1, 8, 4, 1, left[0], SPECTRUM));
    results.add(new LayerResult(stage, 2, 4, 2, 1, left[1], SPECTRUM));
    results.add(
        new EvaluationResult(
            stage,
            "max-epochs",
            size.sparsity(),
            figures(2, testAccuracy),
            figures(1, testAccuracy + 0.01)));
    Completed completed = new Completed(spec(method, seed), summary, results, Samples.MACHINE);
    return new TrialRow("measured", completed, Optional.empty());
  }

  private TrialSpec spec(Method method, int seed) {
    return new TrialSpec(
        DatasetSpec.published(dataset),
        new NetworkSpec(List.of(4, 2), true),
        new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR),
        method,
        seed);
  }

  private static EpochResult epoch(int epoch, int seed) {
    return new EpochResult("training", figures(epoch, 0.5 + 0.1 * seed), 0, 0.5);
  }

  private static EpochFigures figures(int epoch, double accuracy) {
    Evaluation all = new Evaluation(0.25, accuracy, 0.9, 0.1, 0.7);
    return new EpochFigures(epoch, all, all, all);
  }
}
