package prunesweep.driver.tables;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.jspecify.annotations.Nullable;

/**
 * A disk of this machine in the place of S3: {@code objects:///a/b}. An object is seen when its
 * upload ends, nothing is renamed, and what is empty is no folder.
 */
public final class ObjectFiles extends RenamingFiles {

  /** Property: conditions on uploads are passed over, as servers do that do not know them. */
  static final String HEEDLESS = "objects.heedless";

  private static final String SCHEME = "objects";
  private static final String CONDITION =
      CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) throws IOException {
    return capability.equals(CONDITION) || super.hasPathCapability(path, capability);
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("Objects are not renamed");
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return new FSDataOutputStream(new Upload(file, false), null);
  }

  @Override
  public FSDataOutputStreamBuilder<FSDataOutputStream, ?> createFile(Path file) {
    return new Builder(this, file);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    boolean isDeleted = super.delete(path, recursive);
    File folder = pathToFile(path).getParentFile();
    while (folder != null && folder.getName().length() > 0 && folder.delete()) {
      folder = folder.getParentFile();
    }
    return isDeleted;
  }

  private final class Builder extends FSDataOutputStreamBuilder<FSDataOutputStream, Builder> {

    Builder(FileSystem files, Path file) {
      super(files, file);
    }

    @Override
    public Builder getThisBuilder() {
      return this;
    }

    @Override
    public FSDataOutputStream build() throws IOException {
      return new FSDataOutputStream(
          new Upload(getPath(), getOptions().getBoolean(CONDITION, false) && heeds()), null);
    }
  }

  private boolean heeds() {
    return !getConf().getBoolean(HEEDLESS, false);
  }

  private final class Upload extends ByteArrayOutputStream implements Abortable {

    private final Path file;
    private final boolean onlyIfAbsent;

    Upload(Path file, boolean onlyIfAbsent) {
      this.file = file;
      this.onlyIfAbsent = onlyIfAbsent;
    }

    @Override
    public void close() throws IOException {
      Steps.next();
      java.nio.file.Path place = pathToFile(file).toPath();
      Files.createDirectories(place.getParent());
      java.nio.file.Path whole = Files.write(Files.createTempFile("object", null), toByteArray());
      try {
        if (onlyIfAbsent) {
          Files.createLink(place, whole);
        } else {
          Files.move(whole, place, StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (java.nio.file.FileAlreadyExistsException e) {
        throw new FileAlreadyExistsException(file.toString());
      } finally {
        Files.deleteIfExists(whole);
      }
    }

    @Override
    public @Nullable AbortableResult abort() {
      return null;
    }
  }
}
