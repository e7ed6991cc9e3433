package prunesweep.driver.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.parquet.io.OutputFile;

/** Files on their way to their places; what is not published is gone when this is closed. */
interface Draft extends Closeable {

  /** Writes one file. */
  interface Writing {

    /** Writes and closes it. */
    void to(OutputFile file) throws IOException;
  }

  /** Has {@code file} written where nobody looks. */
  void write(Path file, Writing writing) throws IOException;

  /** Shows what was written as {@code files}, each whole and in one step. */
  void publish(Collection<Path> files) throws IOException;

  /**
   * Shows what was written as {@code file}, whole and in one step, unless something is there.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something is; it may be what this writer
   *     sent, where an earlier answer of the store got lost
   */
  void publishNew(Path file) throws IOException;
}
