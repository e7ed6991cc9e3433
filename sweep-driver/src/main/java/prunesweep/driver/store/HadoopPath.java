package prunesweep.driver.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** A path on a file system of Hadoop; as a text, the whole URI where it is absolute. */
public final class HadoopPath implements Path {

  private final HadoopFiles files;
  private final boolean isAbsolute;
  private final List<String> names;

  private HadoopPath(HadoopFiles files, boolean isAbsolute, List<String> names) {
    this.files = files;
    this.isAbsolute = isAbsolute;
    this.names = List.copyOf(names);
  }

  static HadoopPath of(HadoopFiles files, String text) {
    List<String> names = Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList();
    return new HadoopPath(files, text.startsWith("/"), names);
  }

  /** Hadoop's own form of this path. */
  public org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(toAbsolutePath().toString());
  }

  /** The client of its file system. */
  public FileSystem client() throws IOException {
    return files.client();
  }

  private HadoopPath with(boolean absolute, List<String> others) {
    return new HadoopPath(files, absolute, others);
  }

  private HadoopPath same(Path other) {
    if (other instanceof HadoopPath path && path.files.equals(files)) {
      return path;
    }
    throw new ProviderMismatchException("%s is not on %s".formatted(other, files.root()));
  }

  @Override
  public HadoopFiles getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return isAbsolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return isAbsolute ? with(true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
  }

  @Override
  public @Nullable Path getParent() {
    int count = names.size() - 1;
    return count < 0 || (count == 0 && !isAbsolute)
        ? null
        : with(isAbsolute, names.subList(0, count));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return with(false, names.subList(beginIndex, endIndex));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath path
        && path.files.equals(files)
        && path.isAbsolute == isAbsolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    if (!(other instanceof HadoopPath path) || path.isAbsolute) {
      return equals(other);
    }
    int from = names.size() - path.names.size();
    return from >= 0 && names.subList(from, names.size()).equals(path.names);
  }

  @Override
  public Path normalize() {
    List<String> normal = new ArrayList<>();
    for (String name : names) {
      if (name.equals("..") && !normal.isEmpty()) {
        normal.remove(normal.size() - 1);
      } else if (!name.equals(".") && !name.equals("..")) {
        normal.add(name);
      }
    }
    return with(isAbsolute, normal);
  }

  @Override
  public Path resolve(Path other) {
    HadoopPath path = same(other);
    if (path.isAbsolute) {
      return path;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(path.names);
    return with(isAbsolute, all);
  }

  @Override
  public Path relativize(Path other) {
    if (!other.startsWith(this)) {
      throw new IllegalArgumentException("%s is not below %s".formatted(other, this));
    }
    HadoopPath path = same(other);
    return with(false, path.names.subList(names.size(), path.names.size()));
  }

  @Override
  public URI toUri() {
    return hadoop().toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return with(true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    files.provider().checkAccess(this);
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(same(other).toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HadoopPath path
        && path.files.equals(files)
        && path.isAbsolute == isAbsolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(files, isAbsolute, names);
  }

  @Override
  public String toString() {
    String path = String.join("/", names);
    return isAbsolute ? files.root() + "/" + path : path;
  }
}
