package prunesweep.trainer.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import prunesweep.trainer.key.Named;

/** Loads OpenBLAS as a trial would, in a process of its own. */
final class OpenBlasProbe {

  private OpenBlasProbe() {}

  /** Asks for the core named first and writes to the file named second what is in use. */
  public static void main(String[] arguments) throws IOException {
    OpenBlas.use(Named.find(BlasCore.class, arguments[0]).orElseThrow());
    Files.writeString(Path.of(arguments[1]), describe());
  }

  static String describe() {
    OpenBlas blas = OpenBlas.inUse();
    return "%s, threads %s".formatted(blas.core(), blas.threads());
  }
}
