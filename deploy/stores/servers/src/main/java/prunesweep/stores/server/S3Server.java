package prunesweep.stores.server;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.Main;

/** S3Proxy on loopback, with objects as files of a folder. */
final class S3Server {

  private S3Server() {}

  /**
   * Starts it; the process goes on until it is killed, and a new one finds what was written.
   * Whoever asks needs the id and the key that its environment has as a client's would.
   *
   * @param folder of its buckets; one called {@code bucket} is made
   */
  static void start(Path folder, int port) throws Exception {
    Files.createDirectories(folder.resolve("buckets").resolve("bucket"));
    Main.main(new String[] {"--properties", properties(folder, port).toString()});
  }

  private static Path properties(Path folder, int port) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
    properties.setProperty("s3proxy.authorization", "aws-v4");
    properties.setProperty("s3proxy.identity", System.getenv("AWS_ACCESS_KEY_ID"));
    properties.setProperty("s3proxy.credential", System.getenv("AWS_SECRET_ACCESS_KEY"));
    properties.setProperty("jclouds.provider", "filesystem-nio2");
    properties.setProperty("jclouds.filesystem.basedir", folder.resolve("buckets").toString());
    Path file = folder.resolve("s3proxy.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }
}
