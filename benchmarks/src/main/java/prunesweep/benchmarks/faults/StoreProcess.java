package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A server of a store as a process on loopback. When it is killed, another one finds what it has
 * written. The classes are those of deploy/stores/servers.
 */
public final class StoreProcess implements AutoCloseable {

  private static final String MAIN = "prunesweep.stores.server.StoreServer";
  private static final int KEY_BYTES = 16;

  private final StoreKind kind;
  private final Path folder;
  private final String classPath;
  private final int port = Ports.free();
  private final String id = random();
  private final String key = random();
  private int starts;
  private JavaProcess server;

  private StoreProcess(StoreKind kind, Path folder, String classPath) {
    this.kind = kind;
    this.folder = folder;
    this.classPath = classPath;
    this.server = start();
  }

  /**
   * Starts a server that has nothing yet.
   *
   * @param folder of its files, made if need be
   * @param classPath that of the servers
   */
  public static StoreProcess started(StoreKind kind, Path folder, String classPath) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StoreProcess(kind, folder, classPath);
  }

  private static String random() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private JavaProcess start() {
    starts++;
    JavaProgram program =
        new JavaProgram(
            classPath,
            List.of("-Xmx256m"),
            environment(),
            List.of(
                MAIN,
                kind.name().toLowerCase(Locale.ROOT),
                folder.resolve("files").toString(),
                Integer.toString(port)));
    JavaProcess started = program.start(folder.resolve("server-%d.log".formatted(starts)));
    while (started.isAlive() && started.said().lines().noneMatch("serving"::equals)) {
      Pause.ofMillis(50);
    }
    if (!started.isAlive()) {
      throw new FaultsException(
          "Cannot serve a store: its server ended and said %s".formatted(started.log()));
    }
    return started;
  }

  /** The URI below which results can be put, without a slash at its end. */
  public String root() {
    return kind.root(port);
  }

  /** The properties of Spark by which a client reaches it; no secret is among them. */
  public Map<String, String> settings() {
    return kind.settings(port);
  }

  /** What a client needs in its environment: who it is. */
  public Map<String, String> environment() {
    return Map.of("AWS_ACCESS_KEY_ID", id, "AWS_SECRET_ACCESS_KEY", key);
  }

  /** The settings with who asks, for a client in this process. */
  public Map<String, String> settingsWithin() {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("spark.hadoop.fs.s3a.access.key", id);
    settings.put("spark.hadoop.fs.s3a.secret.key", key);
    return settings;
  }

  /** The virtual machine's options that tell a program how to reach it. */
  public List<String> options() {
    return settings().entrySet().stream()
        .map(setting -> "-D%s=%s".formatted(setting.getKey(), setting.getValue()))
        .toList();
  }

  /** The server, which may be struck. */
  public ProcessHandle process() {
    return server.process().toHandle();
  }

  /** Kills it; what it has acknowledged is kept. */
  public void kill() {
    server.close();
  }

  /** Starts it again where it is gone, and waits until it serves. */
  public void heal() {
    if (!server.isAlive()) {
      server = start();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
