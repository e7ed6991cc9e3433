package prunesweep.trainer.machine;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_sasum;
import static org.bytedeco.openblas.global.openblas.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas.cblas_sdot;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas.cblas_sger;
import static org.bytedeco.openblas.global.openblas.cblas_snrm2;
import static org.bytedeco.openblas.global.openblas.cblas_sscal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.FileUtils;
import prunesweep.trainer.key.Named;
import prunesweep.trainer.machine.CommandRunner.Result;

/**
 * Tries the kernels of a core in a process of its own. OpenBLAS does not compare a core it is told
 * with the processor it finds, and an instruction that the processor lacks ends the process.
 */
final class CoreProbe {

  private static final Duration MOST = Duration.ofMinutes(1);
  private static final String ANSWER = "answer";
  private static final String CRASH = "crash";
  private static final int[] SIZES = {1, 7, 32, 150, 300};

  private CoreProbe() {}

  /**
   * Requires that OpenBLAS can run the kernels of {@code core} on this machine.
   *
   * @throws BlasCoreException if it cannot
   */
  static void require(BlasCore core) {
    try {
      Path directory = Files.createTempDirectory("prunesweep-core-");
      try {
        require(core, directory);
      } finally {
        FileUtils.deleteDirectory(directory.toFile());
      }
    } catch (IOException e) {
      throw BlasCoreException.notTried(core, String.valueOf(e.getMessage()));
    }
  }

  private static void require(BlasCore core, Path directory) throws IOException {
    Result result = run(core, directory);
    if (Files.exists(directory.resolve(CRASH))) {
      throw BlasCoreException.lacksInstructions(core);
    }
    if (result.exitCode() != 0) {
      throw BlasCoreException.notTried(core, lastLine(result));
    }
    String taken = Files.readString(directory.resolve(ANSWER));
    if (!taken.equals(core.label())) {
      throw BlasCoreException.notThere(core, taken);
    }
  }

  private static Result run(BlasCore core, Path directory) throws IOException {
    try {
      return new ProcessRunner().run(command(core), directory, MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static List<String> command(BlasCore core) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:ErrorFile=" + CRASH,
        "-XX:-CreateCoredumpOnCrash",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        CoreProbe.class.getName(),
        core.label());
  }

  private static String lastLine(Result result) {
    return result.output().strip().lines().reduce((first, last) -> last).orElse("no word");
  }

  /** Runs in the other process: loads the core named, runs its kernels and writes its name. */
  public static void main(String[] arguments) throws IOException {
    BlasCore core = Named.find(BlasCore.class, arguments[0]).orElseThrow();
    String taken = OpenBlas.load(core).core();
    for (int size : SIZES) {
      runKernels(size);
    }
    Files.writeString(Path.of(ANSWER), taken);
  }

  /**
   * Runs what the engines and the analysis use, on small and large matrices: kernels differ by
   * size.
   */
  private static void runKernels(int size) {
    float[] a = new float[size * size];
    float[] b = new float[size * size];
    Arrays.fill(a, 1);
    cblas_sscal(a.length, 0.5f, a, 1);
    cblas_saxpy(a.length, 2f, a, 1, b, 1);
    cblas_sger(CblasRowMajor, size, size, 1f, b, 1, b, 1, a, size);
    for (int transposed : new int[] {CblasNoTrans, CblasTrans}) {
      cblas_sgemv(CblasRowMajor, transposed, size, size, 1f, a, size, b, 1, 0f, b.clone(), 1);
      for (int other : new int[] {CblasNoTrans, CblasTrans}) {
        float[] c = new float[size * size];
        cblas_sgemm(
            CblasRowMajor, transposed, other, size, size, size, 1f, a, size, b, size, 0f, c, size);
      }
    }
    float norms = cblas_sdot(a.length, a, 1, b, 1) + cblas_snrm2(a.length, a, 1);
    requireNumber(norms + cblas_sasum(a.length, b, 1));
    decompose(size);
  }

  private static void decompose(int size) {
    double[] matrix = new double[size * size];
    for (int index = 0; index < matrix.length; index++) {
      matrix[index] = index % 11 - index % 7;
    }
    double[] left = new double[size * size];
    double[] right = new double[size * size];
    double[] values = new double[size];
    int info =
        LAPACKE_dgesdd(
            LAPACK_COL_MAJOR,
            (byte) 'S',
            size,
            size,
            matrix,
            size,
            values,
            left,
            size,
            right,
            size);
    requireNumber(info + values[0]);
  }

  private static void requireNumber(double figure) {
    if (!Double.isFinite(figure)) {
      throw new ArithmeticException("The kernels gave " + figure);
    }
  }
}
