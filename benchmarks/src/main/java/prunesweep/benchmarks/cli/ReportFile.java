package prunesweep.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import prunesweep.benchmarks.contest.BenchException;

/**
 * The file the figures go to.
 *
 * @param path of the file
 * @param format of the figures
 */
record ReportFile(Path path, Format format) {

  /** Formats of the figures. */
  enum Format {
    JSON(".json", ReportJson::of),
    CSV(".csv", ReportCsv::of);

    private final String ending;
    private final Function<Report, String> writer;

    Format(String ending, Function<Report, String> writer) {
      this.ending = ending;
      this.writer = writer;
    }
  }

  /**
   * The file {@code path}, checked before anything is measured.
   *
   * @throws BenchException if it cannot be written
   */
  static ReportFile at(Path path) {
    Path directory = path.toAbsolutePath().getParent();
    boolean isPlace = directory != null && Files.isWritable(directory) && !Files.isDirectory(path);
    if (!isPlace || (Files.exists(path) && !Files.isWritable(path))) {
      throw unfit("a file that can be written, in an existing folder", path);
    }
    return Arrays.stream(Format.values())
        .filter(format -> path.toString().endsWith(format.ending))
        .map(format -> new ReportFile(path, format))
        .findFirst()
        .orElseThrow(() -> unfit("a name that ends with .json or .csv", path));
  }

  private static BenchException unfit(String rule, Object got) {
    return new BenchException(
        "Cannot write figures: --out must be %s, got %s".formatted(rule, got));
  }

  void write(Report report) {
    try {
      Files.writeString(path, format.writer.apply(report));
    } catch (IOException e) {
      throw new BenchException("Cannot write figures to %s: %s".formatted(path, e), e);
    }
  }
}
