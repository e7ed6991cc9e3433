package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A standalone cluster of processes on loopback: a master that keeps its state on disk, and workers
 * of one core each. Timeouts are short, so that a frozen process is missed.
 */
final class Cluster implements AutoCloseable {

  private static final int SECRET_BYTES = 32;
  private static final long LOOK_MILLIS = 50;
  private static final long LONGEST_START_MILLIS = 180_000;
  private static final String HOST = "127.0.0.1";
  private static final String PACKAGE = "org.apache.spark.deploy.";

  private static final Map<String, String> SAFETY =
      Map.of(
          "spark.authenticate", "true",
          "spark.network.crypto.enabled", "true",
          "spark.io.encryption.enabled", "true");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.executor.memory", "600m",
          "spark.executor.extraJavaOptions",
              "-Dlog4j2.configurationFile=prunesweep/benchmarks/faults/" + TrainedEpochs.LOG_CONFIG,
          "spark.executor.heartbeatInterval", "2s",
          "spark.network.timeout", "10s",
          "spark.network.timeoutInterval", "5s",
          "spark.worker.timeout", "8",
          "spark.decommission.enabled", "true",
          "spark.ui.enabled", "false");

  private final Path folder;
  private final Path properties;
  private final int port;
  private final Map<Integer, JavaProcess> workers = new TreeMap<>();
  private JavaProcess master;

  private Cluster(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.properties = writeProperties(folder);
    this.master = startMaster();
  }

  /** Starts a cluster of {@code workers} workers with all its files in {@code folder}. */
  static Cluster started(Path folder, int workers) {
    Cluster cluster = new Cluster(folder, Ports.free());
    for (int worker = 1; worker <= workers; worker++) {
      cluster.workers.put(worker, cluster.startWorker(worker));
    }
    return cluster;
  }

  private static Path writeProperties(Path folder) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Map<String, String> properties = new TreeMap<>(SETTINGS);
    properties.putAll(SAFETY);
    properties.put("spark.authenticate.secret", HexFormat.of().formatHex(secret));
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("spark.properties");
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(
          file,
          properties.entrySet().stream()
              .map(property -> property.getKey() + " " + property.getValue() + "\n")
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of all its files, the logs of executors among them. */
  Path folder() {
    return folder;
  }

  /** The address of the master. */
  String url() {
    return "spark://%s:%d".formatted(HOST, port);
  }

  /** The file of properties for the driver, the secret among them. */
  Path properties() {
    return properties;
  }

  private JavaProcess startMaster() {
    JavaProcess started =
        daemon(
            "master",
            List.of(
                "-Dspark.deploy.recoveryMode=FILESYSTEM",
                "-Dspark.deploy.recoveryDirectory=" + folder.resolve("recovery")),
            List.of("master.Master", "--port", Integer.toString(port)));
    await(() -> !started.isAlive() || started.said().contains("New state: ALIVE"), started);
    return started;
  }

  private JavaProcess startWorker(int number) {
    return daemon(
        "worker-" + number,
        List.of(),
        List.of(
            "worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            folder.resolve("work-" + number).toString(),
            url()));
  }

  private JavaProcess daemon(String name, List<String> settings, List<String> program) {
    // The REST server has a port of its own, the same for every master.
    List<String> options =
        new ArrayList<>(
            List.of("-Xmx256m", "-Dspark.port.maxRetries=0", "-Dspark.master.rest.enabled=false"));
    options.addAll(settings);
    List<String> arguments = new ArrayList<>(program);
    arguments.set(0, PACKAGE + program.get(0));
    arguments.addAll(
        1,
        List.of("--host", HOST, "--webui-port", "0", "--properties-file", properties.toString()));
    return JavaProgram.ofThisClassPath(options, arguments).start(folder.resolve(name + ".log"));
  }

  private static void await(BooleanSupplier moment, JavaProcess process) {
    for (long waited = 0; !moment.getAsBoolean(); waited += LOOK_MILLIS) {
      if (waited >= LONGEST_START_MILLIS) {
        throw new FaultsException("The cluster does not start, see " + process.log());
      }
      Pause.ofMillis(LOOK_MILLIS);
    }
  }

  /** The living processes of a kind, in a fixed order; none of those beside the cluster. */
  List<ProcessHandle> processes(Target target) {
    return switch (target) {
      case MASTER -> living(List.of(master));
      case WORKER -> living(List.copyOf(workers.values()));
      case EXECUTOR ->
          workers.values().stream()
              .flatMap(worker -> worker.process().toHandle().children())
              .filter(ProcessHandle::isAlive)
              .toList();
      case DRIVER, STORE -> List.of();
    };
  }

  private static List<ProcessHandle> living(List<JavaProcess> processes) {
    return processes.stream()
        .map(process -> process.process().toHandle())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** Starts those processes again that are gone, as whoever looks after a cluster does. */
  void heal() {
    if (!master.isAlive()) {
      master = startMaster();
    }
    workers.replaceAll((number, worker) -> worker.isAlive() ? worker : startWorker(number));
  }

  @Override
  public void close() {
    workers
        .values()
        .forEach(worker -> worker.process().descendants().forEach(ProcessHandle::destroyForcibly));
    workers.values().forEach(JavaProcess::close);
    master.close();
  }
}
