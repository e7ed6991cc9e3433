package prunesweep.benchmarks.cli;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import prunesweep.trainer.machine.LocalMachine;

/** Properties of the machine that measures. */
final class Machine {

  private Machine() {}

  /** The processor's name where the system tells it, else the processor's family. */
  static String processor() {
    return LocalMachine.processor().orElse(System.getProperty("os.arch"));
  }

  /** Mean number of processes in need of a processor in the last minute; "-" if unknown. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "-" : String.format(Locale.ROOT, "%.1f", load);
  }
}
