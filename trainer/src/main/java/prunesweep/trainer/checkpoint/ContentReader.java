package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.OptimizerState;
import prunesweep.trainer.trial.TrialSpec;

/** Reads the contents of a checkpoint in the order {@link ContentWriter} writes them. */
final class ContentReader {

  private final ByteBuffer bytes;

  ContentReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  String text() {
    return new String(bytes(bytes.getInt()), StandardCharsets.UTF_8);
  }

  private byte[] bytes(int length) {
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  /** Reads all of an interrupted trial after its text. */
  InterruptedTrial interrupted(TrialSpec trial) {
    return new InterruptedTrial(
        trial, text(), progress(List.of()), aside(), optional(this::parameters), records());
  }

  /** Reads the course of a stage after its progress. */
  Course course() {
    return new Course(bytes.getInt(), aside(), records());
  }

  private Optional<Progress> aside() {
    return optional(() -> progress(List.of()));
  }

  private Serializable records() {
    return Records.read(bytes(bytes.getInt()));
  }

  private <T> Optional<T> optional(Supplier<T> value) {
    return bytes.get() == 0 ? Optional.empty() : Optional.of(value.get());
  }

  /**
   * Reads the progress, which follows the texts; its counters are {@code counters}, in this order.
   */
  Progress progress(List<CounterSpec> counters) {
    EngineState engine = engine();
    List<EpochResult> epochs = many(this::epoch);
    Optional<LowestLoss.Point> lowest = optional(() -> new LowestLoss.Point(epoch(), parameters()));
    Map<CounterSpec, List<long[]>> counted = new HashMap<>();
    counters.forEach(counter -> counted.put(counter, many(this::longs)));
    return new Progress(engine, epochs, counted, lowest);
  }

  private <T> List<T> many(Supplier<T> one) {
    return IntStream.range(0, bytes.getInt()).mapToObj(index -> one.get()).toList();
  }

  private EngineState engine() {
    Parameters parameters = parameters();
    int steps = bytes.getInt();
    List<Parameters> moments = many(this::parameters);
    List<boolean[]> kept = many(this::flags);
    return new EngineState(
        parameters,
        new OptimizerState(steps, moments),
        kept.isEmpty() ? Optional.empty() : Optional.of(new Mask(kept)));
  }

  private Parameters parameters() {
    int layers = bytes.getInt();
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      kernels.add(new Kernel(bytes.getInt(), bytes.getInt(), floats()));
      biases.add(floats());
    }
    return new Parameters(kernels, biases);
  }

  private float[] floats() {
    float[] values = new float[bytes.getInt()];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + values.length * Float.BYTES);
    return values;
  }

  private boolean[] flags() {
    boolean[] flags = new boolean[bytes.getInt()];
    BitSet.valueOf(bytes(bytes.getInt())).stream().forEach(index -> flags[index] = true);
    return flags;
  }

  private EpochResult epoch() {
    String phase = text();
    EpochFigures figures =
        new EpochFigures(bytes.getInt(), training(), validation(), Evaluation.NONE);
    return new EpochResult(phase, figures, bytes.getDouble(), bytes.getDouble());
  }

  private Evaluation training() {
    return new Evaluation(
        bytes.getDouble(), bytes.getDouble(), Double.NaN, bytes.getDouble(), bytes.getDouble());
  }

  private Evaluation validation() {
    double loss = bytes.getDouble();
    return new Evaluation(loss, bytes.getDouble(), Double.NaN, Double.NaN, Double.NaN);
  }

  private long[] longs() {
    long[] values = new long[bytes.getInt()];
    bytes.asLongBuffer().get(values);
    bytes.position(bytes.position() + values.length * Long.BYTES);
    return values;
  }
}
