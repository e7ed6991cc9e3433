package prunesweep.driver.spark;

/**
 * A master or executor that cannot be used, or was lost; the message is one sentence for the user.
 */
public final class ClusterException extends RuntimeException {

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The exception for a session that ended while the sweep ran. */
  static ClusterException lost(Throwable cause) {
    return new ClusterException(
        "The cluster was lost (%s); run the same command again to go on"
            .formatted(Sessions.firstLine(cause)),
        cause);
  }
}
