package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.io.file.PathUtils;
import org.apache.parquet.io.LocalOutputFile;
import prunesweep.driver.store.HadoopPath;
import prunesweep.driver.tables.Placing.Bytes;

/**
 * A folder on a file system of Hadoop. Whoever writes there holds a {@link Lease}.
 *
 * @param layout of the folder
 * @param placing how files get their names there
 * @param waiting hears a sentence when another writer's lease is awaited
 */
record HadoopStore(Layout layout, Placing placing, Consumer<String> waiting) implements Store {

  @Override
  public void requireWritable() throws IOException {
    Path out = layout.out();
    boolean isThere = Files.exists(out);
    HadoopPath probe = (HadoopPath) out.resolve(".probe-" + UUID.randomUUID());
    try {
      placing.tryOut(probe);
    } finally {
      delete(probe);
    }
    // Object stores have no folders that are empty.
    if (!isThere && Files.exists(out) && PathUtils.isEmptyDirectory(out)) {
      delete(out);
    }
  }

  @Override
  public Tenure take() throws IOException {
    return Lease.take(this);
  }

  @Override
  public void replace(Path file, byte[] bytes) throws IOException {
    placing.replace((HadoopPath) file, stream -> stream.write(bytes));
  }

  /**
   * Puts {@code bytes}, which nobody else writes, in the place of {@code file} if nothing is there.
   *
   * @return whether they are there now
   */
  boolean create(Path file, byte[] bytes) throws IOException {
    try {
      placing.create((HadoopPath) file, stream -> stream.write(bytes));
      return true;
    } catch (FileAlreadyExistsException e) {
      // A client that gets no answer tries again, and finds what it has made itself.
      return Arrays.equals(bytes, Files.readAllBytes(file));
    }
  }

  @Override
  public void deleteLeftAside(Tenure tenure) throws IOException {
    placing.deleteLeftAside(tenure);
  }

  @Override
  public void delete(Path path) throws IOException {
    HadoopPath file = (HadoopPath) path;
    file.client().delete(file.hadoop(), true);
  }

  @Override
  public Draft draft() throws IOException {
    return new ScratchDraft(Files.createTempDirectory("prunesweep-"));
  }

  /** Files written on this machine, whole before the first byte of one is sent. */
  private final class ScratchDraft implements Draft {

    private final Path scratch;
    private final Map<Path, Path> written = new HashMap<>();

    ScratchDraft(Path scratch) {
      this.scratch = scratch;
    }

    @Override
    public void write(Path file, Writing writing) throws IOException {
      Path aside = scratch.resolve(Integer.toString(written.size()));
      writing.to(new LocalOutputFile(aside));
      written.put(file, aside);
    }

    private Bytes bytes(Path file) {
      Path aside = Objects.requireNonNull(written.get(file));
      return stream -> Files.copy(aside, stream);
    }

    @Override
    public void publish(Collection<Path> files) throws IOException {
      for (Path file : files) {
        placing.replace((HadoopPath) file, bytes(file));
      }
    }

    @Override
    public void publishNew(Path file) throws IOException {
      placing.create((HadoopPath) file, bytes(file));
    }

    @Override
    public void close() throws IOException {
      PathUtils.delete(scratch);
    }
  }
}
