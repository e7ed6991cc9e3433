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
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.GlobalActivation;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterMode;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.Score;

/** One global prune of the paper's network, from the counters of a fresh batch to the new mask. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PruneBenchmark {

  private static final GlobalScope SCOPE = new GlobalScope(5, 0.8, CounterMode.ACCUMULATE);

  @Param private Score score;

  @Param("fashion-mnist")
  private String dataset;

  private ActivationPruning method;
  private CounterBatch batch;
  private Parameters parameters;
  private NetworkView network;

  @Setup
  public void prepare() {
    Subject subject = Subject.of(dataset);
    method =
        new ActivationPruning(SCOPE, score, Counter.ACTIVE, CounterSource.TRAIN, 32, 0.8, 0.85);
    batch = new CounterBatch(subject.images(), method.counterBatch(), method.counter(), 0);
    parameters = subject.initial();
    network = subject.engine(Engine.VECTOR, MaskPattern.NOTHING);
  }

  /** The first of five prunes: the one with the most candidates. */
  @Benchmark
  public Optional<Prune> prune() {
    return new GlobalActivation(
            method,
            SCOPE,
            Subject.training(Engine.VECTOR),
            new RunningCounters(batch, List.of()),
            parameters)
        .afterEpoch(1, 1, network);
  }
}
