package prunesweep.driver.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

/**
 * A writer of a results folder, as it says itself.
 *
 * @param host that it runs on
 * @param machine what tells hosts and containers of one name apart; empty where nothing does
 * @param pid of its process
 * @param started when that was started, in milliseconds since 1970; 0 where nobody knows
 * @param user whose process it is
 * @param since when it took the folder
 */
record Holder(String host, String machine, long pid, long started, String user, Instant since) {

  /** This process, from now on. */
  static Holder here() {
    ProcessHandle own = ProcessHandle.current();
    return new Holder(
        hostName(),
        thisMachine(),
        own.pid(),
        started(own),
        System.getProperty("user.name", "unknown"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** The boot of the system and the space of its process numbers, where Linux tells them. */
  private static String thisMachine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Says if its process can be looked for from here. */
  boolean isOfThisMachine() {
    return !machine.isEmpty() && machine.equals(thisMachine());
  }

  /** Says if its process, of this machine, is there. */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process) == started)
        .isPresent();
  }

  /** This holder as bytes, with what {@code more} has. */
  byte[] bytes(Properties more) {
    Properties all = new Properties();
    all.putAll(more);
    all.setProperty("host", host);
    all.setProperty("machine", machine);
    all.setProperty("pid", Long.toString(pid));
    all.setProperty("started", Long.toString(started));
    all.setProperty("user", user);
    all.setProperty("since", since.toString());
    StringWriter text = new StringWriter();
    try {
      all.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What {@link #bytes} made. */
  static Properties properties(byte[] bytes) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    return properties;
  }

  /**
   * The holder that {@code properties} tell of; empty where they do not, e.g. of an older version.
   */
  static Optional<Holder> of(Properties properties) {
    try {
      return properties.containsKey("host")
          ? Optional.of(
              new Holder(
                  properties.getProperty("host"),
                  properties.getProperty("machine", ""),
                  Long.parseLong(properties.getProperty("pid", "0")),
                  Long.parseLong(properties.getProperty("started", "0")),
                  properties.getProperty("user", "unknown"),
                  Instant.parse(properties.getProperty("since"))))
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "process %d of %s on %s since %s".formatted(pid, user, host, since);
  }
}
