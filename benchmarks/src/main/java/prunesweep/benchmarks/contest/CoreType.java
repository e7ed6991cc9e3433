package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.Map;
import prunesweep.trainer.machine.BlasCore;

/** The kernels of OpenBLAS that are tried: those for processors of today. */
enum CoreType {
  AUTOMATIC(BlasCore.AUTOMATIC),
  HASWELL(BlasCore.HASWELL),
  ZEN(BlasCore.ZEN),
  SKYLAKE_X(BlasCore.SKYLAKEX),
  COOPERLAKE(BlasCore.COOPERLAKE);

  private final BlasCore core;

  CoreType(BlasCore core) {
    this.core = core;
  }

  /** The kernels to try on this processor: the library's own choice need not be the fastest. */
  static List<CoreType> candidates() {
    boolean isX86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    return isX86 ? List.of(values()) : List.of(AUTOMATIC);
  }

  /** The kernel as a Java process asks its OpenBLAS for it. */
  BlasCore core() {
    return core;
  }

  /** Puts it into the environment of another process, with one thread and a line that names it. */
  void putInto(Map<String, String> environment) {
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("OPENBLAS_VERBOSE", "2");
    environment.remove("OPENBLAS_L2_SIZE");
    environment.remove("OPENBLAS_BLOCK_FACTOR");
    environment.remove("OPENBLAS_CORETYPE");
    if (this != AUTOMATIC) {
      environment.put("OPENBLAS_CORETYPE", core.label());
    }
  }

  /** The end of a sentence that tells with which kernel a process starts. */
  String asked() {
    return this == AUTOMATIC ? "" : " with the kernel " + core.label();
  }
}
