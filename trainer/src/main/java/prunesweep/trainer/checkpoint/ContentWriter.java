package prunesweep.trainer.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.LowestLoss;

/** Writes the contents of a checkpoint; {@link ContentReader} reads them in the same order. */
final class ContentWriter {

  private final DataOutputStream out;

  private ContentWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Contents to be written. */
  private interface Contents {

    void by(ContentWriter writer) throws IOException;
  }

  static byte[] write(Checkpoint checkpoint) {
    return write(writer -> writer.put(checkpoint));
  }

  static byte[] write(InterruptedTrial trial) {
    return write(writer -> writer.put(trial));
  }

  private static byte[] write(Contents contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      contents.by(new ContentWriter(out));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all bytes there are", e);
    }
    return bytes.toByteArray();
  }

  private void put(Checkpoint checkpoint) throws IOException {
    put(checkpoint.stage().canonicalText().toString());
    put(checkpoint.blasKernel());
    put(checkpoint.progress());
    for (CounterSpec counter : checkpoint.stage().stop().counters()) {
      put(checkpoint.progress().counted(counter));
    }
    if (checkpoint.course().isPresent()) {
      Course course = checkpoint.course().get();
      out.writeInt(course.epochsBefore());
      putAside(course.aside());
      put(course.state());
    }
  }

  private void put(InterruptedTrial trial) throws IOException {
    put(trial.trial().canonicalText().toString());
    put(trial.blasKernel());
    put(trial.progress());
    putAside(trial.aside());
    out.writeBoolean(trial.pruned().isPresent());
    if (trial.pruned().isPresent()) {
      put(trial.pruned().get());
    }
    put(trial.course());
  }

  private void putAside(Optional<Progress> aside) throws IOException {
    out.writeBoolean(aside.isPresent());
    if (aside.isPresent()) {
      put(aside.get());
    }
  }

  private void put(Serializable records) throws IOException {
    byte[] bytes = Records.write(records);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** All but the counters. */
  private void put(Progress progress) throws IOException {
    put(progress.engine());
    out.writeInt(progress.epochs().size());
    for (EpochResult epoch : progress.epochs()) {
      put(epoch);
    }
    Optional<LowestLoss.Point> lowest = progress.lowest();
    out.writeBoolean(lowest.isPresent());
    if (lowest.isPresent()) {
      put(lowest.get().epoch());
      put(lowest.get().parameters());
    }
  }

  private void put(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void put(EngineState engine) throws IOException {
    put(engine.parameters());
    out.writeInt(engine.optimizer().steps());
    out.writeInt(engine.optimizer().moments().size());
    for (Parameters moment : engine.optimizer().moments()) {
      put(moment);
    }
    List<boolean[]> kept = engine.held().map(Mask::kept).orElse(List.of());
    out.writeInt(kept.size());
    for (boolean[] layer : kept) {
      put(layer);
    }
  }

  private void put(Parameters parameters) throws IOException {
    out.writeInt(parameters.kernels().size());
    for (int layer = 0; layer < parameters.kernels().size(); layer++) {
      Kernel kernel = parameters.kernels().get(layer);
      out.writeInt(kernel.inputs());
      out.writeInt(kernel.units());
      put(kernel.weights());
      put(parameters.biases().get(layer));
    }
  }

  /** Bit by bit: a NaN keeps its payload, a zero its sign. */
  private void put(float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  private void put(boolean[] flags) throws IOException {
    BitSet bits = new BitSet(flags.length);
    for (int index = 0; index < flags.length; index++) {
      bits.set(index, flags[index]);
    }
    byte[] bytes = bits.toByteArray();
    out.writeInt(flags.length);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void put(EpochResult epoch) throws IOException {
    put(epoch.phase());
    out.writeInt(epoch.epoch());
    Evaluation training = epoch.figures().training();
    out.writeDouble(training.loss());
    out.writeDouble(training.accuracy());
    out.writeDouble(training.class0Top1());
    out.writeDouble(training.class0Top5());
    Evaluation validation = epoch.figures().validation();
    out.writeDouble(validation.loss());
    out.writeDouble(validation.accuracy());
    out.writeDouble(epoch.sparsity());
    out.writeDouble(epoch.seconds());
  }

  private void put(List<long[]> counters) throws IOException {
    out.writeInt(counters.size());
    for (long[] layer : counters) {
      out.writeInt(layer.length);
      for (long count : layer) {
        out.writeLong(count);
      }
    }
  }
}
