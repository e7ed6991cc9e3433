package prunesweep.driver.spark;

/** A master that cannot be used, or was lost; the message is one sentence for the user. */
public final class ClusterException extends RuntimeException {

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
