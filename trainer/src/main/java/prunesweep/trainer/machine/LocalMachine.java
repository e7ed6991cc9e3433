package prunesweep.trainer.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import prunesweep.trainer.result.Machine;

/** The hardware and libraries that this process computes with. */
public final class LocalMachine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private LocalMachine() {}

  /** This machine, as far as it may show in results; loads OpenBLAS. */
  public static Machine describe() {
    return new Machine(
        OpenBlas.inUse().core(),
        FloatVector.SPECIES_PREFERRED.vectorBitSize(),
        processor().orElse(null));
  }

  /**
   * The processor by its own name; empty where the system does not say (it is not Linux on x86).
   */
  public static Optional<String> processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
