package prunesweep.trainer.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
    try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeObject(stage);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all bytes there are", e);
    }
    return new PackedStage(bytes.toByteArray());
  }

  StageSpec stage() {
    try (ObjectInputStream in =
        new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      return (StageSpec) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A stage that was packed can be unpacked", e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Both sides have the classes of a stage", e);
    }
  }
}
