package prunesweep.trainer.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import prunesweep.trainer.spec.StageSpec;

/**
 * A stage as it travels: Java writes the names of all its classes and fields, which are most of it.
 *
 * @param bytes the stage, serialised and deflated
 */
@SuppressWarnings("ArrayRecordComponent") // Lives while it is sent.
record PackedStage(byte[] bytes) implements Serializable {

  static PackedStage of(StageSpec stage) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(Records.write(stage));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all bytes there are", e);
    }
    return new PackedStage(bytes.toByteArray());
  }

  StageSpec stage() {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return (StageSpec) Records.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("A stage that was packed can be unpacked", e);
    }
  }
}
