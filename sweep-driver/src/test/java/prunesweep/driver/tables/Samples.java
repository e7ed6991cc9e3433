package prunesweep.driver.tables;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.Machine;
import prunesweep.trainer.result.TrialOutcome.Completed;
import prunesweep.trainer.result.TrialOutcome.Failed;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterMode;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.LocalScope;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Scope;
import prunesweep.trainer.spec.Score;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.spec.TrialSpec;

/** Made-up trials and sweeps; equal numbers give equal ones. */
final class Samples {

  static final int EPOCHS = 3;
  static final int LAYERS = 2;
  static final Machine MACHINE = new Machine("Haswell", 256, "A Processor");
  static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  private Samples() {}

  static TrialRow done(int number) {
    return new TrialRow("paper", completed(spec(number, global()), summary(0.5)));
  }

  static TrialRow failed(int number) {
    return new TrialRow(
        "paper", new Failed(spec(number, global()), FailureKind.DIVERGED, "The loss is NaN", 1.5));
  }

  static List<TrialRow> done(int from, int below) {
    return IntStream.range(from, below).mapToObj(Samples::done).toList();
  }

  static TrialId id(int number) {
    return spec(number, global()).id();
  }

  static Completed completed(TrialSpec spec, TrialSummary summary) {
    int cycles = (int) (spec.seed() % 3);
    return new Completed(
        spec,
        summary,
        IntStream.rangeClosed(1, EPOCHS).mapToObj(Samples::epoch).toList(),
        IntStream.rangeClosed(1, cycles).mapToObj(Samples::cycle).toList(),
        IntStream.rangeClosed(1, LAYERS).mapToObj(Samples::layer).toList(),
        MACHINE);
  }

  static TrialSpec spec(int seed, MethodSpec method) {
    return new TrialSpec(
        DatasetSpec.published("fashion-mnist"),
        new NetworkSpec(List.of(20, 10), true),
        new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR),
        method,
        seed);
  }

  static MethodSpec dense() {
    return new DenseTraining();
  }

  static MethodSpec global() {
    return pruning(new GlobalScope(5, 0.8, CounterMode.ACCUMULATE));
  }

  static MethodSpec local() {
    return pruning(new LocalScope());
  }

  private static MethodSpec pruning(Scope scope) {
    return new ActivationPruning(
        scope, Score.NEURONS, Counter.ACTIVE, CounterSource.TRAIN, 32, 0.85, 0.8);
  }

  static TrialSummary summary(double trainAccuracy) {
    return new TrialSummary(
        "early-stopping",
        4,
        EPOCHS,
        trainAccuracy,
        0.88,
        0.87,
        0.99,
        0.1,
        0.7,
        1_000,
        250,
        12.25,
        2);
  }

  private static EpochResult epoch(int epoch) {
    double validationLoss = epoch == 2 ? Double.NaN : 0.3;
    return new EpochResult("training", epoch, 0.25, 0.9, validationLoss, 0.88, 0.5, 1.25);
  }

  private static CycleResult cycle(int cycle) {
    return new CycleResult(cycle, cycle + 1, 0.8, 0.81, 250, 0.25 * cycle);
  }

  private static LayerResult layer(int layer) {
    return new LayerResult("pruned", layer, 784, 20, 100L, 19, 1e-4, 33.5);
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
        id, "paper", "sweep { name = paper }", 10, provenance, started, ended, 3, 1);
  }
}
