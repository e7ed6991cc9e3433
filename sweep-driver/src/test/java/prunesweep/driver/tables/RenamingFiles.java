package prunesweep.driver.tables;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A disk of this machine in the place of HDFS: {@code renaming:///a/b}. Renaming and creating go
 * past Hadoop, which would start a program for each.
 */
public class RenamingFiles extends RawLocalFileSystem {

  static final String SCHEME = "renaming";

  /** The same for FileContext. */
  public static final class Context extends DelegateToFileSystem {

    /** Called by Hadoop. */
    public Context(URI uri, Configuration configuration) throws IOException, URISyntaxException {
      super(uri, new RenamingFiles(), configuration, SCHEME, false);
    }

    @Override
    public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
      Steps.next();
      java.nio.file.Path source = java.nio.file.Path.of(from.toUri().getPath());
      java.nio.file.Path target = java.nio.file.Path.of(to.toUri().getPath());
      if (overwrite) {
        Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try {
        Files.createLink(target, source);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        throw new FileAlreadyExistsException(to.toString());
      }
      Files.delete(source);
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return URI.create(getScheme() + ":///");
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return create(
        file,
        FsPermission.getFileDefault(),
        overwrite,
        bufferSize,
        replication,
        blockSize,
        progress);
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
    Steps.next();
    java.nio.file.Path place = pathToFile(file).toPath();
    Files.createDirectories(place.getParent());
    OutputStream stream =
        overwrite
            ? Files.newOutputStream(place)
            : Files.newOutputStream(place, StandardOpenOption.CREATE_NEW);
    return new FSDataOutputStream(
        new FilterOutputStream(stream) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            Steps.next();
            out.write(bytes, offset, length);
          }
        },
        null);
  }

  @Override
  public boolean mkdirs(Path folder) throws IOException {
    Steps.next();
    return super.mkdirs(folder);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    Steps.next();
    return super.delete(path, recursive);
  }
}
