package prunesweep.benchmarks.peer;

import java.util.Map;
import prunesweep.trainer.machine.OpenBlas;

/** Properties of this process's OpenBLAS, as it gives them itself. */
final class OpenBlasFacts {

  private OpenBlasFacts() {}

  static Map<String, String> inUse() {
    OpenBlas library = OpenBlas.inUse();
    return Map.of("blas", "OpenBLAS " + library.version(), "kernel", library.core());
  }
}
