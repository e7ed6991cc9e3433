package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.Path;

/** The part of a Debian package that is a data set. */
sealed interface PackageContents permits PackagedFiles, PackagedTable {

  /**
   * Puts the four files of the data set into {@code directory}.
   *
   * @param unpacked the root directory of the package
   * @throws IOException whose message gives the reason in words
   */
  void put(Path unpacked, Path directory) throws IOException;
}
