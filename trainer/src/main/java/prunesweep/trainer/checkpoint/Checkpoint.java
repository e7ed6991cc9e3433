package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import java.util.Optional;
import prunesweep.trainer.spec.StageSpec;

/**
 * The complete state of a training where a stage ended: a trial that goes on from it has the rows
 * that it would have alone, bit for bit. It is shared by all its readers; its arrays never change.
 *
 * @param stage the stage
 * @param blasKernel the core whose kernels OpenBLAS ran; they decide bits of the engine {@code
 *     dl4j}
 * @param progress the progress of its training
 * @param course what is known besides where that is not the dense training; empty where it is
 */
public record Checkpoint(
    StageSpec stage, String blasKernel, Progress progress, Optional<Course> course)
    implements Serializable {

  /** A checkpoint of a dense training. */
  public Checkpoint(StageSpec stage, String blasKernel, Progress progress) {
    this(stage, blasKernel, progress, Optional.empty());
  }

  /** Tells whether the dense training ended here, or comes here on its way. */
  public boolean isDense() {
    return course.isEmpty();
  }

  /** The number of epochs that all trainings until here have taken. */
  public int epochs() {
    return progress.epochs().size() + course.map(Course::epochsBefore).orElse(0);
  }

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
