package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.parquet.io.OutputFile;

/** Every step by which a writer changes a results folder, so that a test can fail each of them. */
interface Disk {

  /** Makes a folder and those above it, where they do not exist. */
  void createFolder(Path folder) throws IOException;

  /** A new file to write into. */
  OutputFile create(Path file) throws IOException;

  /** Returns when a written file, or the names in a folder, will survive a loss of power. */
  void force(Path path) throws IOException;

  /** Does as {@link #force(Path)} for all of {@code paths}. */
  default void force(Collection<Path> paths) throws IOException {
    for (Path path : paths) {
      force(path);
    }
  }

  /** Gives a file another folder in one step; nobody ever sees half of it there. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file, or a folder with all it holds, where it exists. */
  void delete(Path path) throws IOException;
}
