package prunesweep.driver.tables;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.NetworkSize;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.SelectionCost;
import prunesweep.trainer.result.SingularValueResult;
import prunesweep.trainer.result.Spectrum;
import prunesweep.trainer.result.Spectrum.Norms;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialOutcome.Failed;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/**
 * A sweep as large as is asked for, made up but plausible: accuracies fall with sparsity and differ
 * from seed to seed; the last trial failed.
 *
 * @param name the name of the sweep
 * @param error what went wrong in the one that failed
 */
public record MadeUpSweep(String name, String error) {

  private static final int SEEDS = 5;
  private static final int EPOCHS = 12;
  private static final long WEIGHTS = 44_000;
  private static final List<ScoreSpec> SCORES =
      List.of(ScoreSpec.NEURONS, ScoreSpec.NEURONS_WEIGHTS, ScoreSpec.MAGNITUDE, ScoreSpec.RANDOM);

  /** Writes {@code count} trials, five seeds of each combination, into {@code out}. */
  public void write(Path out, int count) {
    List<TrialRow> trials =
        new ArrayList<>(IntStream.range(0, count - 1).mapToObj(this::done).toList());
    trials.add(failed(count));
    try (ResultTables tables = ResultTables.open(out)) {
      for (int from = 0; from < count; from += 500) {
        tables.commit(trials.subList(from, Math.min(count, from + 500)));
      }
      tables.recordSweep(sweep());
    }
  }

  private SweepRow sweep() {
    Instant start = Instant.parse("2026-01-02T03:04:05Z");
    SweepRow sample = Samples.sweep("a-sweep", start, null);
    return new SweepRow(
        "a-sweep",
        name,
        "sweep { name = \"%s\" }".formatted(name),
        List.of(),
        sample.provenance(),
        start,
        null,
        0,
        1);
  }

  private TrialRow failed(int number) {
    return new TrialRow(
        name, new Failed(spec(number), FailureKind.DIVERGED, error, 1.5), Samples.CODE);
  }

  /** Of twenty targets each with four scores, then other cycles, then another network. */
  private static TrialSpec spec(int number) {
    int combination = number / SEEDS;
    int score = combination / 20 % SCORES.size();
    int cycles = 1 + combination / 80 % 10;
    int units = 100 + 50 * (combination / 800);
    return new TrialSpec(
        DatasetSpec.published("fashion-mnist"),
        new NetworkSpec(List.of(units, 40), true),
        new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR),
        method(SCORES.get(score), cycles, target(number)),
        number % SEEDS);
  }

  private static double target(int number) {
    return (number / SEEDS % 20 + 1) * 0.045;
  }

  private static Method method(ScoreSpec score, int cycles, double target) {
    return new ThresholdPruning(
        ThresholdPruning.global(
            score, CounterSpec.STANDARD, Geometric.ofThePaper(0.8), WithinLayer.SCORE, target),
        CounterMode.ACCUMULATE,
        cycles,
        0.8,
        WhenMissed.LEAVE);
  }

  private TrialRow done(int number) {
    SplittableRandom random = new SplittableRandom(number);
    double sparsity = target(number) * (0.97 + 0.03 * random.nextDouble());
    int score = number / SEEDS / 20 % SCORES.size();
    double accuracy = 0.89 - 0.2 * Math.pow(sparsity, 4 + score) + 0.008 * random.nextDouble();
    long left = Math.round(WEIGHTS * (1 - sparsity));
    TrialSummary summary =
        new TrialSummary(
            "early-stopping",
            1,
            EPOCHS,
            figures(EPOCHS, accuracy),
            new NetworkSize(WEIGHTS, left, 2 * left, 0),
            20 + 10 * random.nextDouble(),
            0,
            true);
    TrialResults results = new TrialResults();
    IntStream.rangeClosed(1, EPOCHS).forEach(epoch -> results.add(epoch(epoch, accuracy)));
    results.add(
        new CycleResult(1, 4, 0.8, 0.81, WEIGHTS - left, sparsity, new SelectionCost(0.01, 4_096)));
    results.addAll(layers(left, accuracy));
    results.add(
        new EvaluationResult(
            "pruned",
            "early-stopping",
            1 - left / (double) WEIGHTS,
            figures(EPOCHS, accuracy),
            figures(EPOCHS - 2, accuracy + 0.002)));
    results.addAll(values(accuracy));
    results.addAll(List.of(cut("pca", accuracy - 0.01), cut("svd", accuracy - 0.02)));
    results.add(new HeatMapResult("pruned", 1, 5, 2, new byte[] {(byte) 0xA5, 2}));
    Completed completed = new Completed(spec(number), summary, results, Samples.MACHINE);
    return new TrialRow(name, completed, Optional.empty());
  }

  private static Spectrum spectrum(int rank, double nuclear) {
    return new Spectrum(
        rank, 1e-4, new Norms(nuclear, nuclear / 8, nuclear / 4), 0.6 * nuclear, 0.2 * nuclear);
  }

  private static List<LayerResult> layers(long left, double accuracy) {
    int rank = (int) Math.round(40 * accuracy);
    return List.of(
        new LayerResult("pruned", 1, 400, 100, 1, left * 9 / 10, spectrum(rank, 30)),
        new LayerResult("pruned", 2, 100, 40, 1, left / 20, spectrum(rank / 2, 9)));
  }

  private static List<SingularValueResult> values(double accuracy) {
    List<SingularValueResult> values = new ArrayList<>();
    for (int position = 1; position <= 40; position++) {
      values.add(new SingularValueResult(1, "before", 1, position, 4.0 / position));
      values.add(new SingularValueResult(1, "after", 1, position, 4 * accuracy / position));
    }
    return values;
  }

  private static ReductionResult cut(String reduction, double accuracy) {
    return new ReductionResult(
        "00112233445566aa", reduction, "35/17", all(accuracy), accuracy + 0.01);
  }

  private static EpochResult epoch(int epoch, double accuracy) {
    double reached = accuracy - 0.4 * Math.exp(-epoch / 2.0) - (epoch == 5 ? 0.03 : 0);
    return new EpochResult("training", figures(epoch, reached), epoch > 4 ? 0.5 : 0, 1.5);
  }

  private static EpochFigures figures(int epoch, double accuracy) {
    return new EpochFigures(epoch, all(accuracy + 0.01), all(accuracy), all(accuracy));
  }

  private static Evaluation all(double accuracy) {
    return new Evaluation(1 - accuracy, accuracy, 0.99, 0.1, 0.7);
  }
}
