package prunesweep.stores.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.server.datanode.DataNode;
import org.apache.hadoop.hdfs.server.namenode.NameNode;
import org.apache.hadoop.metrics2.lib.DefaultMetricsSystem;

/** A name node and a data node in one process, on loopback. */
final class HdfsServer {

  private static final String[] NO_ARGUMENTS = {};
  private static final int POLL_MILLIS = 50;

  private HdfsServer() {}

  /**
   * Starts both and waits until they can be written to; the process goes on until it is killed, and
   * a new one finds what was written.
   *
   * @param folder of all their files, made if need be
   * @param port of the name node
   */
  static void start(Path folder, int port) throws IOException, InterruptedException {
    // Formatting and serving in one process makes two name nodes.
    DefaultMetricsSystem.setMiniClusterMode(true);
    Configuration settings = settings(folder, port);
    if (!Files.exists(folder.resolve("name").resolve("current"))) {
      NameNode.format(settings);
    }
    NameNode names = NameNode.createNameNode(NO_ARGUMENTS, settings);
    DataNode.createDataNode(NO_ARGUMENTS, settings);
    awaitWritable(names);
  }

  private static void awaitWritable(NameNode names) throws InterruptedException {
    while (names.isInSafeMode() || names.getNamesystem().getNumLiveDataNodes() == 0) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static Configuration settings(Path folder, int port) {
    String anyPort = "127.0.0.1:0";
    Configuration settings = new Configuration();
    Map.of(
            "fs.defaultFS",
            "hdfs://127.0.0.1:" + port,
            "dfs.namenode.name.dir",
            folder.resolve("name").toUri().toString(),
            "dfs.namenode.http-address",
            anyPort,
            "dfs.namenode.safemode.extension",
            "0",
            "dfs.replication",
            "1")
        .forEach(settings::set);
    Map.of(
            "dfs.datanode.data.dir", folder.resolve("data").toUri().toString(),
            "dfs.datanode.address", anyPort,
            "dfs.datanode.ipc.address", anyPort,
            "dfs.datanode.http.address", anyPort,
            "dfs.datanode.hostname", "127.0.0.1")
        .forEach(settings::set);
    return settings;
  }
}
