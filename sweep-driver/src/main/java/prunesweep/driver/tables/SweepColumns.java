package prunesweep.driver.tables;

import static prunesweep.driver.tables.Column.always;
import static prunesweep.driver.tables.Column.nullable;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;
import static prunesweep.driver.tables.ColumnType.TIMESTAMP;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table {@code sweeps} and its columns. */
final class SweepColumns {

  static final String SWEEP_ID = "sweep_id";
  static final String STARTED = "started";
  static final String ENDED = "ended";

  private static final List<Column<SweepRow>> FIRST =
      List.of(
          always(
              SWEEP_ID,
              STRING,
              "unique",
              "The sweep: runs of one sweep share it and this row",
              SweepRow::sweepId),
          always("sweep", STRING, "`sweep.name`", "Its name", SweepRow::sweep),
          always("config", STRING, "HOCON", "The config as resolved", SweepRow::config),
          always("trials", INT, "at least 0", "Planned trials", row -> row.trials().size()),
          version("prunesweep_version", "Version of this program", Provenance::prunesweepVersion),
          version("java_version", "Version of the driver's Java", Provenance::javaVersion),
          version("os", "Operating system and processor family of the driver", Provenance::os),
          version("spark_version", "Version of Spark", Provenance::sparkVersion),
          version("dl4j_version", "Version of Deeplearning4j and ND4J", Provenance::dl4jVersion),
          version("openblas_version", "Version of OpenBLAS", Provenance::openblasVersion),
          version(
              "blas_kernel",
              "OpenBLAS kernels of the driver's process; those of a trial are in `trials`",
              provenance -> provenance.machine().blasKernel()),
          nullable(
              "git_commit",
              STRING,
              "hexadecimal",
              "Commit of the source tree; null outside one",
              row -> row.provenance().gitCommit()),
          version("master", "Where Spark ran, e.g. `local[*]`", Provenance::master),
          always(STARTED, TIMESTAMP, "UTC", "Start of the sweep's first run", SweepRow::started),
          nullable(
              ENDED,
              TIMESTAMP,
              "UTC",
              "End of its last run; null while it runs or after it was killed",
              SweepRow::ended),
          always(
              "done",
              INT,
              "0 to `trials`",
              "Planned trials that are done, when this row was written; the view `progress` counts"
                  + " them now",
              SweepRow::done),
          always(
              "failed",
              INT,
              "0 to `trials`",
              "Planned trials that failed, when this row was written",
              SweepRow::failed));

  private static final List<Column<SweepRow>> ADDED =
      List.of(
          version(
                  "openblas_core",
                  "OpenBLAS kernels asked for: `native.openblas-core`",
                  Provenance::blasCore)
              .inOlderFiles("automatic"),
          nullable(
              "vector_bits",
              INT,
              "bits",
              "Width of the vectors of the driver's processor",
              row -> row.provenance().machine().vectorBits()),
          nullable(
              "processor",
              STRING,
              "text",
              "The driver's processor by its own name, where it has one",
              row -> row.provenance().machine().processor()));

  static final Table<SweepRow> TABLE =
      new Table<>(
          "sweeps",
          Generation.FIRST,
          "One row a sweep, written when it starts and replaced when a run of it ends or starts"
              + " again.",
          Stream.of(FIRST, Column.since(Generation.NINE_TABLES, ADDED))
              .flatMap(List::stream)
              .toList(),
          Rows.ofSweeps(Stream::of));

  private SweepColumns() {}

  private static Column<SweepRow> version(
      String name, String meaning, Function<Provenance, String> value) {
    return always(name, STRING, "text", meaning, row -> value.apply(row.provenance()));
  }
}
