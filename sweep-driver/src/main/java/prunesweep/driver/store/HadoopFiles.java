package prunesweep.driver.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.StringUtils;

/**
 * A file system of Hadoop as one of java.nio.
 *
 * <p>Nothing is asked of it before a file is; with other settings it is reached anew.
 */
final class HadoopFiles extends FileSystem {

  private static final Map<Client.Key, Client> CLIENTS = new ConcurrentHashMap<>();

  private final String root;

  private HadoopFiles(String root) {
    this.root = root;
  }

  /** The file system that {@code uri} names by its scheme and authority. */
  static HadoopFiles of(URI uri) {
    return new HadoopFiles(
        "%s://%s".formatted(uri.getScheme(), StringUtils.defaultString(uri.getAuthority())));
  }

  /** As a URI, without a slash at its end. */
  String root() {
    return root;
  }

  /** Hadoop's client of it, with the settings of now. */
  org.apache.hadoop.fs.FileSystem client() throws IOException {
    Client.Key key = new Client.Key(root, StoreSettings.properties());
    return CLIENTS.computeIfAbsent(key, Client::new).open();
  }

  HadoopPath path(String text) {
    return HadoopPath.of(this, text);
  }

  @Override
  public Path getPath(String first, String... more) {
    return path(more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public HadoopProvider provider() {
    return HadoopProvider.INSTANCE;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(path("/"));
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  /** Never: clients live as long as the process. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  /** For names and relative paths. */
  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(Path.of(path.toString()));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopFiles files && files.root.equals(root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }
}
