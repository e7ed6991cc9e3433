package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.result.Machine;
import prunesweep.trainer.trial.TrialOutcome.Completed;

/** The columns of {@code trials} for what a trial ran on; they depend on the host alone. */
final class TrialMachineColumns {

  static final List<Column<TrialRow>> ALL =
      List.of(
          machine(
              "blas_kernel",
              STRING,
              "e.g. Haswell",
              "Core whose kernels OpenBLAS ran; another core's give other last digits",
              Machine::blasKernel),
          machine(
              "vector_bits",
              INT,
              "bits",
              "Width of the vectors of the engine `vector`; its rows do not depend on it",
              Machine::vectorBits),
          machine(
              "processor",
              STRING,
              "text",
              "The processor by its own name, where it has one",
              Machine::processor));

  private TrialMachineColumns() {}

  private interface Fact {
    @Nullable Object of(Machine machine);
  }

  private static Column<TrialRow> machine(
      String name, ColumnType type, String range, String meaning, Fact fact) {
    return Column.nullable(
        name,
        type,
        range,
        meaning + "; null when failed",
        row -> row.completed().map(Completed::machine).map(fact::of).orElse(null));
  }
}
