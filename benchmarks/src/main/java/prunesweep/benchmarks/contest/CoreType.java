package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.Map;
import prunesweep.trainer.machine.BlasCore;

/** The kernels that OpenBLAS is asked for: those worth a try on processors of today. */
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

  /** Those to choose from on this processor: the library's own choice need not be the fastest. */
  static List<CoreType> candidates() {
    boolean isX86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    return isX86 ? List.of(values()) : List.of(AUTOMATIC);
  }

  /** What a Java process asks its OpenBLAS for. */
  BlasCore core() {
    return core;
  }

  /** Asks for it, and for one thread and a word on it, in the environment of another process. */
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

  /** The end of a sentence on what is started with it. */
  String asked() {
    return this == AUTOMATIC ? "" : " with the kernel " + core.label();
  }
}
