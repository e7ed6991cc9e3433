package prunesweep.trainer.data.fetch;

/** Listener for the progress of a fetch; called often, on threads of the fetch. */
@FunctionalInterface
public interface FetchListener {

  /**
   * Reports the bytes that were received.
   *
   * @param source the file's address, or the package
   * @param bytes received so far; 0 when the source is asked
   */
  void progress(String source, long bytes);
}
