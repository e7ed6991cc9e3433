package prunesweep.benchmarks.jmh;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import prunesweep.benchmarks.subject.MaskPattern;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.key.Written;
import prunesweep.trainer.method.Setting;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;

/** One global prune of the paper's network, from the counters of a fresh batch to the new mask. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PruneBenchmark {

  @Param({"neurons", "neurons-weights", "magnitude", "random"})
  private String score;

  @Param("fashion-mnist")
  private String dataset;

  private ThresholdPruning method;
  private Setting setting;
  private NetworkView network;

  @Setup
  public void prepare() {
    Subject subject = Subject.of(dataset);
    ScoreSpec spec = Selection.SCORE.kind().read(new Written.Scalar(score));
    method =
        new ThresholdPruning(
            ThresholdPruning.global(
                spec, CounterSpec.STANDARD, Geometric.ofThePaper(0.8), WithinLayer.SCORE, 0.8),
            CounterMode.ACCUMULATE,
            5,
            0.85,
            WhenMissed.LEAVE);
    setting =
        new Setting(
            subject.dataset(),
            Architecture.of(Subject.NETWORK, subject.dataset()),
            Subject.training(Engine.VECTOR),
            0,
            counter -> List.of());
    network = subject.engine(Engine.VECTOR, MaskPattern.NOTHING);
  }

  /** The first of five prunes: the one with the most candidates. */
  @Benchmark
  public Optional<Prune> prune() {
    return method.procedure(setting).afterEpoch(1, 1, network);
  }
}
