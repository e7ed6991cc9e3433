package prunesweep.driver.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/**
 * Provider that asks of Hadoop what java.nio asks of file systems; moving and copying are not among
 * it.
 */
final class HadoopProvider extends FileSystemProvider {

  static final HadoopProvider INSTANCE = new HadoopProvider();

  private HadoopProvider() {}

  /** Asks a file system something. */
  private interface Question<T> {

    T of(FileSystem files, org.apache.hadoop.fs.Path path) throws IOException;
  }

  /** The answer about {@code path}, or the exception that java.nio has for the case. */
  private static <T> T asked(Path path, Question<T> question) throws IOException {
    HadoopPath hadoop = (HadoopPath) path;
    try {
      return question.of(hadoop.client(), hadoop.hadoop());
    } catch (FileNotFoundException e) {
      throw because(new NoSuchFileException(path.toString()), e);
    } catch (AccessControlException | AccessDeniedException e) {
      throw because(new AccessDeniedException(path.toString()), e);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      throw because(new FileAlreadyExistsException(path.toString()), e);
    }
  }

  private static IOException because(IOException failure, IOException cause) {
    failure.addSuppressed(cause);
    return failure;
  }

  @Override
  public String getScheme() {
    return "hadoop";
  }

  @Override
  public HadoopFiles newFileSystem(URI uri, Map<String, ?> environment) {
    return getFileSystem(uri);
  }

  @Override
  public HadoopFiles getFileSystem(URI uri) {
    return HadoopFiles.of(uri);
  }

  @Override
  public Path getPath(URI uri) {
    return getFileSystem(uri).path(uri.getPath());
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return asked(path, FileSystem::open);
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    boolean replaces = !List.of(options).contains(StandardOpenOption.CREATE_NEW);
    return asked(path, (files, file) -> files.create(file, replaces));
  }

  /** Only for reading. */
  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.stream().anyMatch(option -> option != StandardOpenOption.READ)) {
      throw new UnsupportedOperationException();
    }
    long size = readAttributes(path, BasicFileAttributes.class).size();
    return new HadoopChannel(asked(path, FileSystem::open), size);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    FileStatus[] found = asked(folder, (files, path) -> files.listStatus(path));
    if (found.length == 1 && found[0].isFile() && found[0].getPath().equals(hadoop(folder))) {
      throw new NotDirectoryException(folder.toString());
    }
    List<Path> paths = new ArrayList<>();
    for (FileStatus file : found) {
      Path path = folder.resolve(file.getPath().getName());
      if (filter.accept(path)) {
        paths.add(path);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.iterator();
      }

      @Override
      public void close() {}
    };
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return ((HadoopPath) path).hadoop();
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    asked(folder, (files, path) -> files.mkdirs(path));
  }

  @Override
  public void delete(Path path) throws IOException {
    if (readAttributes(path, BasicFileAttributes.class).isDirectory()
        && asked(path, (files, folder) -> files.listStatus(folder).length) > 0) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    asked(path, (files, file) -> files.delete(file, false));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    asked(path, FileSystem::getFileStatus);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException();
    }
    return type.cast(new HadoopAttributes(asked(path, FileSystem::getFileStatus)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }
}
