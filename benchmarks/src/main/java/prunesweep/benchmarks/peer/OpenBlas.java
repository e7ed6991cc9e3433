package prunesweep.benchmarks.peer;

import java.util.Map;
import org.bytedeco.openblas.global.openblas;

/** The OpenBLAS of this process. */
final class OpenBlas {

  private OpenBlas() {}

  static void useOneThread() {
    openblas.blas_set_num_threads(1);
  }

  /** Its version; the kernel it says itself. */
  static Map<String, String> facts() {
    return Map.of("blas", openblas.OPENBLAS_VERSION.strip());
  }
}
