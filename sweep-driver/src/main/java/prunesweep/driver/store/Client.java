package prunesweep.driver.store;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** A client of Hadoop, made when it is asked for; an attempt that failed is made again. */
final class Client {

  /**
   * Mark that tells clients apart.
   *
   * @param root of the file system
   * @param settings by which it is reached
   */
  record Key(String root, Map<String, String> settings) {}

  private final Key key;
  private @Nullable FileSystem client;

  Client(Key key) {
    this.key = key;
  }

  synchronized FileSystem open() throws IOException {
    if (client == null) {
      client = FileSystem.newInstance(URI.create(key.root() + "/"), StoreSettings.configuration());
    }
    return client;
  }
}
