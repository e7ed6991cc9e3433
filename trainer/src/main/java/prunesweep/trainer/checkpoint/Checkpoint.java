package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import prunesweep.trainer.spec.StageSpec;

/**
 * The complete state of a training where a stage ended: a trial that goes on from it has the rows
 * that it would have alone, bit for bit. It is shared by all its readers; its arrays never change.
 *
 * @param stage the stage
 * @param blasKernel the core whose kernels OpenBLAS ran; they decide bits of the engine {@code
 *     dl4j}
 * @param progress the progress of its training
 */
public record Checkpoint(StageSpec stage, String blasKernel, Progress progress)
    implements Serializable {

  /** The form that is kept: a header with version and length, the contents, a checksum. */
  public byte[] toBytes() {
    return CheckpointFormat.write(this);
  }

  /**
   * The checkpoint of {@code stage} that {@link #toBytes} made.
   *
   * @throws DamagedCheckpointException if {@code bytes} are anything else
   */
  public static Checkpoint of(StageSpec stage, byte[] bytes) {
    return CheckpointFormat.read(stage, bytes);
  }

  private Object writeReplace() {
    return new Serialized(PackedStage.of(stage), toBytes());
  }

  /** One form for disk and wire. */
  @SuppressWarnings("ArrayRecordComponent") // Lives while it is sent.
  private record Serialized(PackedStage packed, byte[] bytes) implements Serializable {
    private Object readResolve() {
      return of(packed.stage(), bytes);
    }
  }
}
