package prunesweep.driver.tables;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.util.Objects;
import java.util.UUID;
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
 * @param staging where they are written
 */
record RenamePlacing(FileContext context, HadoopPath staging) implements Placing {

  /** The way on the file system of {@code out}. */
  static RenamePlacing on(HadoopPath out, HadoopPath staging) throws IOException {
    FileSystem client = out.client();
    URI root = out.hadoop().toUri();
    return new RenamePlacing(FileContext.getFileContext(root, client.getConf()), staging);
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
    Path aside = new Path(staging.hadoop(), UUID.randomUUID().toString());
    FileSystem client = file.client();
    try (FSDataOutputStream stream = client.create(aside, false)) {
      bytes.to(stream);
      stream.hsync();
    }
    client.mkdirs(Objects.requireNonNull(file.hadoop().getParent()));
    context.rename(aside, file.hadoop(), option);
  }
}
