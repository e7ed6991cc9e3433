package prunesweep.stores.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Program that serves a store: {@code hdfs|s3 FOLDER PORT}. */
public final class StoreServer {

  private StoreServer() {}

  /** Serves until the process is killed; says {@code serving} when it does. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[1])).toRealPath();
    int port = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "hdfs" -> HdfsServer.start(folder, port);
      case "s3" -> S3Server.start(folder, port);
      default -> throw new IllegalArgumentException("hdfs or s3, got " + arguments[0]);
    }
    System.out.println("serving");
  }
}
