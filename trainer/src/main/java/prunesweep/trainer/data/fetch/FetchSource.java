package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.Path;

/** A source of the four files of a data set. */
interface FetchSource {

  /** The name to be shown. */
  String name();

  /**
   * Puts the files into {@code directory}, unverified. Beside it other files may be written; they
   * are deleted afterwards.
   *
   * @throws IOException whose message gives the reason in words
   */
  void fetch(Path directory, FetchListener listener) throws IOException, InterruptedException;
}
