package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.Path;

/** One way to get the four files of a data set. */
interface FetchSource {

  /** What it is, to be shown. */
  String name();

  /**
   * Puts the files into {@code directory}, unverified. Beside it other files may be written; they
   * are deleted afterwards.
   *
   * @throws IOException whose message says in words why it failed
   */
  void fetch(Path directory, FetchListener listener) throws IOException, InterruptedException;
}
