package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.Map;

/** The kernel that OpenBLAS is asked for. */
enum CoreType {
  AUTOMATIC(""),
  HASWELL("Haswell"),
  ZEN("Zen"),
  SKYLAKE_X("SkylakeX"),
  COOPERLAKE("Cooperlake"),
  SAPPHIRE_RAPIDS("SapphireRapids");

  private final String name;

  CoreType(String name) {
    this.name = name;
  }

  /** Those worth a try on this processor: the library's own choice is not always the fastest. */
  static List<CoreType> candidates() {
    boolean isX86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    return isX86 ? List.of(values()) : List.of(AUTOMATIC);
  }

  /** Asks for it, and for one thread, in the environment of a process. */
  void putInto(Map<String, String> environment) {
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("OPENBLAS_VERBOSE", "2");
    environment.remove("OPENBLAS_L2_SIZE");
    environment.remove("OPENBLAS_CORETYPE");
    if (this != AUTOMATIC) {
      environment.put("OPENBLAS_CORETYPE", name);
    }
  }

  /** The end of a sentence on what is started with it. */
  String asked() {
    return this == AUTOMATIC ? "" : " with the kernel " + name;
  }
}
