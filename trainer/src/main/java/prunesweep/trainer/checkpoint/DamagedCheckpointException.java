package prunesweep.trainer.checkpoint;

/** Bytes that are not the checkpoint they should be; the message says what must be otherwise. */
public final class DamagedCheckpointException extends RuntimeException {

  /** An exception for the part {@code what} of a checkpoint. */
  DamagedCheckpointException(String what, Object rule, Object got) {
    super("the %s must be %s, got %s".formatted(what, rule, got));
  }
}
