package prunesweep.trainer.machine;

import com.sun.jna.NativeLibrary;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.jspecify.annotations.Nullable;

/**
 * The OpenBLAS of this process. It is always loaded by this class: its kernels are chosen when it
 * is loaded, by variables of the environment that only the config may decide.
 */
public final class OpenBlas {

  private static final String CORE = "OPENBLAS_CORETYPE";

  /** Variables that change the sizes of blocks, and so the order of sums. */
  private static final List<String> TUNING = List.of("OPENBLAS_L2_SIZE", "OPENBLAS_BLOCK_FACTOR");

  /** Variables that set the number of threads; ND4J's OpenMP reads the second too. */
  private static final List<String> THREADS = List.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS");

  /** JavaCPP loads the library twice, under two names, and what it calls is a mix of both. */
  private static final Pattern NAME = Pattern.compile("(lib)?openblas(_nolapack)?([@#].*)?");

  private static @Nullable OpenBlas loaded;

  private final BlasCore asked;
  private final List<NativeLibrary> copies;

  private OpenBlas(BlasCore asked, List<NativeLibrary> copies) {
    this.asked = asked;
    this.copies = copies;
  }

  /**
   * Loads the library with the kernels of {@code core}, whatever the environment says, and with one
   * thread: a trial owns one slot, and another number of threads gives other last digits.
   *
   * @throws BlasCoreException if it cannot run them on this machine, or runs others already
   */
  public static synchronized void use(BlasCore core) {
    if (core != BlasCore.AUTOMATIC && (loaded == null || loaded.asked != core)) {
      CoreProbe.require(core);
    }
    if (loaded == null) {
      loaded = load(core);
    }
    loaded.requireSameAs(core);
  }

  /** The library as it was loaded; if no core was asked for, with the one it chooses itself. */
  public static synchronized OpenBlas inUse() {
    if (loaded == null) {
      loaded = load(BlasCore.AUTOMATIC);
    }
    return loaded;
  }

  /**
   * Loads the library. An instruction that the processor lacks ends the process: {@link CoreProbe}
   * must have passed before.
   */
  static OpenBlas load(BlasCore core) {
    TUNING.forEach(NativeEnvironment::remove);
    THREADS.forEach(name -> NativeEnvironment.put(name, "1"));
    if (core == BlasCore.AUTOMATIC) {
      NativeEnvironment.remove(CORE);
    } else {
      NativeEnvironment.put(CORE, core.label());
    }
    Loader.load(openblas.class);
    return new OpenBlas(core, copies());
  }

  private static List<NativeLibrary> copies() {
    Map<String, String> libraries = Loader.getLoadedLibraries();
    List<NativeLibrary> copies =
        libraries.entrySet().stream()
            .filter(library -> NAME.matcher(library.getKey()).matches())
            .map(library -> NativeLibrary.getInstance(library.getValue()))
            .toList();
    if (copies.isEmpty()) {
      throw new IllegalStateException("OpenBLAS is not among " + libraries.keySet());
    }
    return copies;
  }

  private void requireSameAs(BlasCore core) {
    if (core != asked && !core.label().equals(core())) {
      throw BlasCoreException.alreadyLoaded(core, asked, core());
    }
  }

  /** The core whose kernels it runs, as OpenBLAS spells it, e.g. {@code Haswell}. */
  public String core() {
    return answer("openblas_get_corename");
  }

  /** Its version, e.g. {@code 0.3.31}. */
  public String version() {
    return answer("openblas_get_config").split(" ")[1];
  }

  /** The answer of all copies: one text, unless they differ. */
  private String answer(String function) {
    return copies.stream()
        .map(copy -> copy.getFunction(function).invokeString(new Object[0], false))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The number of threads that each copy runs. */
  List<Integer> threads() {
    return copies.stream()
        .map(copy -> copy.getFunction("openblas_get_num_threads").invokeInt(new Object[0]))
        .toList();
  }
}
