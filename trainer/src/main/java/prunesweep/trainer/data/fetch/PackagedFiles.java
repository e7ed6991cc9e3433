package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import prunesweep.trainer.data.source.DatasetFiles;

/**
 * The four files, where Debian's packages of data sets have them.
 *
 * @param dataset the name of the data set and of its directory
 */
record PackagedFiles(String dataset) implements PackageContents {

  @Override
  public void put(Path unpacked, Path directory) throws IOException {
    Path inside = unpacked.resolve(Path.of("usr", "share", "datasets", dataset));
    List<String> missing = DatasetFiles.missing(inside);
    if (!missing.isEmpty()) {
      throw new IOException("the package lacks " + String.join(", ", missing));
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(inside)) {
      for (Path file : files) {
        Files.move(file, directory.resolve(file.getFileName()));
      }
    }
  }
}
