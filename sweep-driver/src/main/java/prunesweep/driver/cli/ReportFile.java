package prunesweep.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import prunesweep.driver.report.Report;
import prunesweep.driver.run.Provenances;

/** The page about a results folder, as a file. */
final class ReportFile {

  private ReportFile() {}

  /**
   * Writes the page about {@code results} in place of {@code file}.
   *
   * @return its bytes
   * @throws IOException if it cannot be written
   */
  static long write(Path results, Path file) throws IOException {
    String footer =
        "Made by Prunesweep %s at %s UTC from %s."
            .formatted(
                Provenances.prunesweepVersion(),
                Instant.now()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString()
                    .replaceAll("[TZ]", " ")
                    .strip(),
                results);
    QueryEngineName.of(results).over(results, asked -> Report.of(asked, footer)).writeTo(file);
    return Files.size(file);
  }
}
