package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import prunesweep.trainer.spec.StageSpec;

/**
 * Where a stage ended, complete: a trial that goes on from it has the rows it would have alone, bit
 * for bit. Shared by all who read it; nobody changes its arrays.
 *
 * @param stage which stage
 * @param blasKernel the core whose kernels OpenBLAS ran; they decide bits of the engine {@code
 *     dl4j}
 * @param progress how far it came
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
    return new Serialized(stage, toBytes());
  }

  /** One form for disk and wire. */
  @SuppressWarnings("ArrayRecordComponent") // Lives while it is sent.
  private record Serialized(StageSpec stage, byte[] bytes) implements Serializable {
    private Object readResolve() {
      return of(stage, bytes);
    }
  }
}
