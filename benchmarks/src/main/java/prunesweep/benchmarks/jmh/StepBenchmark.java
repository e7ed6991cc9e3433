package prunesweep.benchmarks.jmh;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import prunesweep.benchmarks.subject.Batches;
import prunesweep.benchmarks.subject.MaskPattern;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.training.Tally;
import prunesweep.trainer.training.TrainingEngine;

/** One training step of the paper's network on 32 images. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {

  @Param private Engine engine;
  @Param private MaskPattern held;

  @Param("fashion-mnist")
  private String dataset;

  private LabelledImages images;
  private Batches batches;
  private TrainingEngine network;

  @Setup
  public void prepare() {
    Subject subject = Subject.of(dataset);
    images = subject.images();
    batches = subject.batches();
    network = subject.engine(engine, held);
  }

  @TearDown
  public void close() {
    network.close();
  }

  /** Gather, forward, loss, backward, update, mask. */
  @Benchmark
  public Tally step() {
    return network.train(images, batches.take(1));
  }
}
