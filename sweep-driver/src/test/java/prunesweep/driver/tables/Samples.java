package prunesweep.driver.tables;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.data.Encoding;
import prunesweep.trainer.data.Scaling;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.ConfusionResult;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.KeptNetwork;
import prunesweep.trainer.result.KeptNetwork.Packed;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.Machine;
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
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialOutcome.Failed;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/** Made-up trials and sweeps; equal numbers give equal ones. */
final class Samples {

  static final int EPOCHS = 3;
  static final int LAYERS = 2;
  static final Machine MACHINE = new Machine("Haswell", 256, "A Processor");
  private static final double NONE = Double.NaN;
  private static final EpochFigures UNTRAINED =
      EpochFigures.UNTRAINED.after(
          new Evaluation(0.5, 0.8, NONE, 0.1, 0.6), new Evaluation(0.625, 0.79, 0.97, 0.1, 0.6));
  static final Optional<SourceTree> CODE = SourceTree.described("0123456789abcdef-dirty");
  static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  private Samples() {}

  static TrialRow done(int number) {
    return new TrialRow("paper", completed(spec(number, global()), summary(0.5)), CODE);
  }

  static TrialRow failed(int number) {
    return new TrialRow(
        "paper",
        new Failed(spec(number, global()), FailureKind.DIVERGED, "The loss is NaN", 1.5),
        CODE);
  }

  static List<TrialRow> done(int from, int below) {
    return IntStream.range(from, below).mapToObj(Samples::done).toList();
  }

  static TrialId id(int number) {
    return spec(number, global()).id();
  }

  static Completed completed(TrialSpec spec, TrialSummary summary) {
    int cycles = (int) (spec.seed() % 3);
    TrialResults results = new TrialResults();
    results.addAll(IntStream.rangeClosed(1, EPOCHS).mapToObj(Samples::epoch).toList());
    results.addAll(IntStream.rangeClosed(1, cycles).mapToObj(Samples::cycle).toList());
    results.addAll(IntStream.rangeClosed(1, LAYERS).mapToObj(Samples::layer).toList());
    results.add(
        new EvaluationResult("dense", "early-stopping", 0, figuresAfter(9), figuresAfter(3)));
    results.add(new EvaluationResult("pruned", "none", 0.75, UNTRAINED, UNTRAINED));
    results.add(new SingularValueResult(1, "before", 2, 1, 3.5));
    results.add(new SingularValueResult(1, "after", 2, 1, 2.25));
    results.add(reduction("pca", new Evaluation(NONE, 0.7, NONE, 0.1, 0.5)));
    results.add(reduction("svd", new Evaluation(NONE, 0.6, NONE, 0.2, 0.6)));
    results.add(new HeatMapResult("pruned", 2, 5, 2, new byte[] {(byte) 0xA5, 2}));
    results.add(new ConfusionResult("dense", 1, 2, 3));
    results.add(network());
    return new Completed(spec, summary, results, MACHINE);
  }

  static TrialSpec spec(int seed, Method method) {
    return new TrialSpec(
        DatasetSpec.published("fashion-mnist"),
        new NetworkSpec(List.of(20, 10), true),
        new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR),
        method,
        seed);
  }

  static Method dense() {
    return new DenseTraining();
  }

  static Method global() {
    return new ThresholdPruning(
        ThresholdPruning.global(
            ScoreSpec.NEURONS,
            CounterSpec.STANDARD,
            Geometric.ofThePaper(0.8),
            WithinLayer.SCORE,
            0.85),
        CounterMode.ACCUMULATE,
        5,
        0.8,
        WhenMissed.LEAVE);
  }

  static Method local() {
    return ThresholdPruning.inTurn(ScoreSpec.NEURONS, CounterSpec.STANDARD, 0.85, 0.8);
  }

  static TrialSummary summary(double trainAccuracy) {
    return new TrialSummary(
        "early-stopping",
        4,
        EPOCHS,
        new EpochFigures(
            EPOCHS,
            new Evaluation(NONE, trainAccuracy, NONE, NONE, NONE),
            new Evaluation(NONE, 0.88, NONE, NONE, NONE),
            new Evaluation(0.375, 0.87, 0.99, 0.1, 0.7)),
        new NetworkSize(1_000, 250, 500, 1),
        12.25,
        2,
        false);
  }

  /** Two inputs, two units and two classes; half of the eight weights are zero. */
  static KeptNetwork network() {
    return new KeptNetwork(
        "pruned",
        "2",
        new Encoding(
            new Scaling(new double[] {0, 1.5}, new double[] {255, 2}), List.of("yes", "no, never")),
        new Packed(new byte[] {0x2D}, new float[] {1, -2, 0.5f, 4}, new float[] {0.25f, 0, -1, 8}));
  }

  private static ReductionResult reduction(String name, Evaluation test) {
    return new ReductionResult("00112233445566aa", name, "10/6", test, 0.87);
  }

  private static EpochFigures figuresAfter(int epoch) {
    return new EpochFigures(
        epoch,
        new Evaluation(NONE, 0.95, NONE, epoch / 64.0, 0.7),
        new Evaluation(0.4, 0.88, NONE, 0.11, 0.71),
        new Evaluation(0.375, 0.87, 0.99, 0.12, 0.72));
  }

  private static EpochResult epoch(int epoch) {
    double validationLoss = epoch == 2 ? Double.NaN : 0.3;
    EpochFigures figures =
        new EpochFigures(
            epoch,
            new Evaluation(0.25, 0.9, NONE, 0.1, 0.7),
            new Evaluation(validationLoss, 0.88, NONE, NONE, NONE),
            Evaluation.NONE);
    return new EpochResult("training", figures, 0.5, 1.25);
  }

  /** The second one was opened by no accuracy. */
  private static CycleResult cycle(int cycle) {
    double opened = cycle == 2 ? Double.NaN : 0.8;
    return new CycleResult(
        cycle, cycle + 1, opened, opened, 250, 0.25 * cycle, new SelectionCost(0.01, 4_096));
  }

  private static LayerResult layer(int layer) {
    return new LayerResult(
        "pruned",
        layer,
        784,
        20,
        1,
        100L,
        new Spectrum(19, 1e-4, new Norms(33.5, 2.5, 8.25), 17.5, 6.5));
  }

  /** Ten trials, of which other sweeps have trained the last five. */
  private static List<SweepTrial> planned() {
    return IntStream.range(0, 10)
        .mapToObj(number -> new SweepTrial(id(number), number < 5 ? Origin.TRAINED : Origin.REUSED))
        .toList();
  }

  static SweepRow sweep(String id, Instant started, @Nullable Instant ended) {
    Provenance provenance =
        new Provenance(
            "0.1.0",
            "17.0.9",
            "Linux amd64",
            "4.1.3",
            "1.0.0-M2.1",
            "0.3.31",
            "Haswell",
            MACHINE,
            null,
            "local[2]");
    return new SweepRow(
        id, "paper", "sweep { name = paper }", planned(), provenance, started, ended, 3, 1);
  }
}
