package prunesweep.trainer.data.fetch;

/** Hears how a fetch goes on; called on threads of the fetch, often. */
@FunctionalInterface
public interface FetchListener {

  /**
   * So much has come.
   *
   * @param source the file's address, or the package
   * @param bytes received of it so far; 0 when it is asked for
   */
  void progress(String source, long bytes);
}
