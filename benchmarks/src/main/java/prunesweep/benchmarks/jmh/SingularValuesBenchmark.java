package prunesweep.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.analysis.SingularValues;
import prunesweep.trainer.network.InitialParameters;
import prunesweep.trainer.network.Kernel;

/** Singular values of the paper's first layer, 784 x 300. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SingularValuesBenchmark {

  private Kernel kernel;

  @Setup
  public void prepare() {
    List<Kernel> kernels = InitialParameters.initialise(Subject.NETWORK, 784, 10, 0).kernels();
    kernel = kernels.get(0);
  }

  @Benchmark
  public SingularValues singularValues() {
    return SingularValues.of(kernel);
  }
}
