package prunesweep.benchmarks.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine that measures. */
final class Machine {

  private static final Path LINUX = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Its processor's name where the system tells it, else the processor's family. */
  static String processor() {
    return linuxLines().stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  /** How many processes want a processor, on average of the last minute, where that is known. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "-" : String.format(Locale.ROOT, "%.1f", load);
  }

  private static List<String> linuxLines() {
    try {
      return Files.exists(LINUX) ? Files.readAllLines(LINUX) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
