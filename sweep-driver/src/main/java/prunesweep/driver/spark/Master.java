package prunesweep.driver.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.apache.spark.scheduler.ExternalClusterManager;

/**
 * Spark master on which trials run: this JVM, child processes of it, a standalone cluster, or
 * whatever a module of Spark's on the class path takes (YARN, Kubernetes).
 *
 * @param url a master URL of Spark
 */
public record Master(String url) {

  private static final Pattern LOCAL =
      Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})(,\\s*[1-9]\\d*)?])?");
  private static final Pattern LOCAL_CLUSTER =
      Pattern.compile("local-cluster\\[[1-9]\\d*,\\s*[1-9]\\d*,\\s*[1-9]\\d*]");
  private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[^\\s:,/\\[\\]]+):\\d{1,5}";
  private static final Pattern STANDALONE =
      Pattern.compile("spark://%1$s(,%1$s)*".formatted(HOST_AND_PORT));
  private static final Pattern ON_THIS_HOST =
      Pattern.compile("spark://(127\\.0\\.0\\.1|localhost):\\d+");
  private static final String YARN = "yarn";
  private static final String KUBERNETES = "k8s://";
  private static final String ALL_CORES = "local[*]";
  private static final int CONNECT_MILLIS = 5000;

  /**
   * Checks that it is a URL that Spark takes, with the modules that are on the class path.
   *
   * @throws ClusterException if it is not one of the forms named in its message
   */
  public Master {
    if (!isBuiltIn(url) && !hasModule(url)) {
      throw new ClusterException("Cannot use the master: --master must be %s".formatted(rule(url)));
    }
  }

  private static boolean isBuiltIn(String url) {
    return List.of(LOCAL, LOCAL_CLUSTER, STANDALONE).stream()
        .anyMatch(form -> form.matcher(url).matches());
  }

  /** Asks the modules of Spark's, as Spark itself does. */
  private static boolean hasModule(String url) {
    return ServiceLoader.load(ExternalClusterManager.class).stream()
        .anyMatch(module -> module.get().canCreate(url));
  }

  private static String rule(String url) {
    if (url.equals(YARN) || url.startsWith(KUBERNETES)) {
      String module = url.equals(YARN) ? "spark-yarn" : "spark-kubernetes";
      return ("one that Spark's modules on the class path take, got %s, which needs %s: submit the"
              + " application jar with a Spark that has it (deploy/README.md)")
          .formatted(url, module);
    }
    return "local, local[N], local[*], local-cluster[N,CORES,MEBIBYTES], spark://HOST:PORT, yarn or"
        + " k8s://HOST:PORT, got "
        + url;
  }

  /**
   * The master that a user asked for, else the one that a submitter set, else all cores of this
   * JVM's host.
   *
   * @throws ClusterException if spark-submit was told another one than the program
   */
  public static Master chosen(Optional<String> asked) {
    Optional<String> submitted = Submission.master();
    if (Submission.isSubmitted() && asked.isPresent() && !asked.equals(submitted)) {
      throw new ClusterException(
          "Cannot use the master: --master must stand before the jar, where spark-submit reads it,"
              + " got %s behind it and %s there".formatted(asked.get(), submitted.orElse("none")));
    }
    return new Master(asked.or(() -> submitted).orElse(ALL_CORES));
  }

  /** Returns true when trials run in the driver's own JVM. */
  public boolean isLocal() {
    return LOCAL.matcher(url).matches();
  }

  /** Returns true when executors are child processes of the driver. */
  boolean isLocalCluster() {
    return LOCAL_CLUSTER.matcher(url).matches();
  }

  /** Returns true when everything runs on this host and nothing must be reachable from outside. */
  boolean isOnThisHost() {
    return isLocal() || isLocalCluster() || ON_THIS_HOST.matcher(url).matches();
  }

  /** Returns true when executors come from a standalone cluster that was started before. */
  boolean isStandalone() {
    return STANDALONE.matcher(url).matches();
  }

  /**
   * Checks within seconds, where Spark takes minutes, that a master of the URL answers.
   *
   * @throws ClusterException if none answers
   */
  public void requireReachable() {
    if (isStandalone() && ownAddress().isEmpty()) {
      throw new ClusterException(
          "Cannot use the master: --master must be a running Spark master, but nothing answers at %s"
              .formatted(url));
    }
  }

  /** The address of this host at which a standalone master hears it; empty where none answers. */
  Optional<String> ownAddress() {
    return Arrays.stream(url.substring("spark://".length()).split(","))
        .flatMap(address -> ownAddress(address).stream())
        .findFirst();
  }

  private static Optional<String> ownAddress(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    int port = Integer.parseInt(hostAndPort.substring(colon + 1));
    if (port < 1 || port > 65_535) {
      return Optional.empty();
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(hostAndPort.substring(0, colon), port), CONNECT_MILLIS);
      return Optional.of(socket.getLocalAddress().getHostAddress());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
