package prunesweep.driver.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Spark master on which trials run: this JVM, child processes of it, or a standalone cluster.
 *
 * @param url a master URL of Spark
 */
public record Master(String url) {

  private static final Pattern LOCAL =
      Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})(,\\s*[1-9]\\d*)?])?");
  private static final Pattern LOCAL_CLUSTER =
      Pattern.compile("local-cluster\\[[1-9]\\d*,\\s*[1-9]\\d*,\\s*[1-9]\\d*]");
  private static final Pattern STANDALONE =
      Pattern.compile("spark://[^\\s:,/]+:\\d{1,5}(,[^\\s:,/]+:\\d{1,5})*");
  private static final Pattern ON_THIS_HOST =
      Pattern.compile("spark://(127\\.0\\.0\\.1|localhost):\\d+");
  private static final int CONNECT_MILLIS = 5000;

  /**
   * Checks the form of the URL.
   *
   * @throws ClusterException if it is not one of the forms named in its message
   */
  public Master {
    boolean isKnown =
        List.of(LOCAL, LOCAL_CLUSTER, STANDALONE).stream()
            .anyMatch(form -> form.matcher(url).matches());
    if (!isKnown) {
      throw new ClusterException(
          ("Cannot use the master: --master must be local, local[N], local[*], or"
                  + " spark://HOST:PORT, got %s")
              .formatted(url));
    }
  }

  /** Returns true when trials run in the driver's own JVM. */
  public boolean isLocal() {
    return LOCAL.matcher(url).matches();
  }

  /** Returns true when everything runs on this host and nothing must be reachable from outside. */
  boolean isOnThisHost() {
    return !isStandalone() || ON_THIS_HOST.matcher(url).matches();
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
    if (isStandalone()
        && Arrays.stream(url.substring("spark://".length()).split(","))
            .noneMatch(Master::answers)) {
      throw new ClusterException(
          "Cannot use the master: --master must be a running Spark master, but nothing answers at %s"
              .formatted(url));
    }
  }

  private static boolean answers(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    int port = Integer.parseInt(hostAndPort.substring(colon + 1));
    if (port < 1 || port > 65_535) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(hostAndPort.substring(0, colon), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
