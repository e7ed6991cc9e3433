package prunesweep.benchmarks.cli;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import prunesweep.trainer.machine.LocalMachine;

/** The machine that measures. */
final class Machine {

  private Machine() {}

  /** Its processor's name where the system tells it, else the processor's family. */
  static String processor() {
    return LocalMachine.processor().orElse(System.getProperty("os.arch"));
  }

  /** How many processes want a processor, on average of the last minute, where that is known. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "-" : String.format(Locale.ROOT, "%.1f", load);
  }
}
