package prunesweep.driver.tables;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.file.PathUtils;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import prunesweep.driver.store.HadoopPath;

/**
 * File systems where renaming a file is one step, which can be told to fail if the new name is
 * taken: files are written aside and renamed.
 *
 * @param context by which files are renamed
 * @param staging where they are written, each under a name that never comes again
 * @param underWay names of those that this writer is about to rename
 */
record RenamePlacing(FileContext context, HadoopPath staging, Set<String> underWay)
    implements Placing {

  /** The way on the file system of {@code out}. */
  static RenamePlacing on(HadoopPath out, HadoopPath staging) throws IOException {
    FileSystem client = out.client();
    URI root = out.hadoop().toUri();
    return new RenamePlacing(
        FileContext.getFileContext(root, client.getConf()), staging, ConcurrentHashMap.newKeySet());
  }

  @Override
  public void replace(HadoopPath file, Bytes bytes) throws IOException {
    place(file, bytes, Rename.OVERWRITE);
  }

  @Override
  public void create(HadoopPath file, Bytes bytes) throws IOException {
    try {
      place(file, bytes, Rename.NONE);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      FileAlreadyExistsException taken = new FileAlreadyExistsException(file.toString());
      taken.addSuppressed(e);
      throw taken;
    } catch (IOException e) {
      throw Placing.reasonOf(e, file);
    }
  }

  @Override
  public void tryOut(HadoopPath probe) throws IOException {
    probe.client().create(probe.hadoop(), false).close();
  }

  private void place(HadoopPath file, Bytes bytes, Rename option) throws IOException {
    String aside = UUID.randomUUID().toString();
    underWay.add(aside);
    try {
      place(new Path(staging.hadoop(), aside), file, bytes, option);
    } finally {
      underWay.remove(aside);
    }
  }

  private void place(Path aside, HadoopPath file, Bytes bytes, Rename option) throws IOException {
    FileSystem client = file.client();
    try (FSDataOutputStream stream = client.create(aside, false)) {
      bytes.to(stream);
      stream.hsync();
    }
    client.mkdirs(Objects.requireNonNull(file.hadoop().getParent()));
    context.rename(aside, file.hadoop(), option);
  }

  /**
   * A name that was there while the right was held is no later writer's, however long this one is
   * stopped before it deletes the file.
   */
  @Override
  public void deleteLeftAside(Tenure tenure) throws IOException {
    Optional<List<String>> left = aside();
    if (left.isEmpty()) {
      return;
    }
    tenure.requireHeld();
    for (String name : left.get()) {
      staging.client().delete(new Path(staging.hadoop(), name), false);
    }
    deleteFolder();
  }

  /** Those that are there and not under way; none at all where there is no folder for them. */
  private Optional<List<String>> aside() throws IOException {
    try {
      return Optional.of(
          Arrays.stream(staging.client().listStatus(staging.hadoop()))
              .map(file -> file.getPath().getName())
              .filter(name -> !underWay.contains(name))
              .toList());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private void deleteFolder() throws IOException {
    try {
      staging.client().delete(staging.hadoop(), false);
    } catch (IOException e) {
      // Another thread or writer may have put a file there by now.
      if (PathUtils.isEmptyDirectory(staging)) {
        throw e;
      }
    }
  }
}
