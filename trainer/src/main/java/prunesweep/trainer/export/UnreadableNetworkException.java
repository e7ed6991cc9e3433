package prunesweep.trainer.export;

import java.nio.file.Path;

/** Failure to read a network from a file: one sentence for the user. */
public final class UnreadableNetworkException extends RuntimeException {

  private UnreadableNetworkException(String sentence, Exception cause) {
    super(sentence, cause);
  }

  /** The exception for {@code file}, which is no network of ours in {@code format}. */
  public static UnreadableNetworkException foreign(Path file, String format, Exception cause) {
    return new UnreadableNetworkException(
        "Cannot read the network: %s must be a file in %s that sweep export has written, got another"
            .formatted(file, format),
        cause);
  }
}
