package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.function.Consumer;
import prunesweep.driver.store.HadoopPath;

/**
 * Place of a results folder: how whole files come there and go, and who may write. One kind is a
 * disk of this machine, the other a file system of Hadoop (decision 0002). Reading needs no store:
 * paths do that.
 */
interface Store {

  /**
   * The store of {@code layout}'s folder.
   *
   * @param waiting hears a sentence when another writer is awaited
   */
  static Store of(Layout layout, Consumer<String> waiting) throws IOException {
    if (layout.out() instanceof HadoopPath out) {
      return new HadoopStore(layout, Placing.on(out, layout.staging()), waiting);
    }
    if (!layout.out().getFileSystem().equals(FileSystems.getDefault())) {
      throw new IOException("it is neither of this machine nor of Hadoop");
    }
    return new LocalStore(layout, new LocalDisk());
  }

  /**
   * Finds out whether the folder can be written or made, and leaves nothing behind.
   *
   * @throws IOException if it cannot
   */
  void requireWritable() throws IOException;

  /**
   * Takes the right to write, making the folder where it does not exist.
   *
   * @throws TablesException if another writer has it
   */
  Tenure take() throws IOException;

  /** Files that are written now and seen when they are published. */
  Draft draft() throws IOException;

  /** Puts {@code bytes} in the place of {@code file}, whole and in one step. */
  void replace(Path file, byte[] bytes) throws IOException;

  /**
   * Deletes what writes that came to no end have left aside, unless {@code tenure} is over: what
   * the next writer has written aside is about to get its name.
   */
  void deleteLeftAside(Tenure tenure) throws IOException;

  /** Deletes a file, or a folder with all it holds, where it exists. */
  void delete(Path path) throws IOException;
}
