package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.LONG;

import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.result.LayerResult;

/** The table {@code layers} and its columns. */
final class LayerColumns {

  private static final List<Column<TrialResultRow<LayerResult>>> FIRST =
      List.of(
          ResultColumns.trial(),
          ResultColumns.stage(LayerResult::stage),
          ResultColumns.layer(LayerResult::layer),
          ResultColumns.value(
              "inputs", INT, "from 1", "Rows of its weight matrix", LayerResult::inputs),
          ResultColumns.value(
              "units", INT, "from 1", "Columns of its weight matrix", LayerResult::units),
          ResultColumns.value(
              "nonzero_weights",
              LONG,
              "at least 0",
              "Weights that are not exactly 0",
              LayerResult::nonzeroWeights),
          ResultColumns.value(
              "rank",
              INT,
              "at least 0",
              "Singular values above the tolerance",
              layer -> layer.spectrum().rank()),
          ResultColumns.value(
              "rank_tolerance",
              DOUBLE,
              "at least 0",
              "Largest singular value x max(inputs, units) x 2^-23",
              layer -> layer.spectrum().rankTolerance()),
          ResultColumns.value(
              "nuclear_norm",
              DOUBLE,
              "at least 0",
              "Sum of the singular values",
              layer -> layer.spectrum().norms().nuclear()));

  private static final List<Column<TrialResultRow<LayerResult>>> ADDED =
      List.of(
          ResultColumns.number(
              "effective_rank",
              "at least 0",
              "exp of the entropy of the singular values over their sum; null in older files",
              layer -> layer.spectrum().effectiveRank()),
          ResultColumns.number(
              "stable_rank",
              "at least 0",
              "Squared singular values over the largest of them; null in older files",
              layer -> layer.spectrum().stableRank()),
          ResultColumns.number(
              "kflops",
              "thousands",
              "Floating-point operations of one image in it: two a non-zero weight, at each place"
                  + " of a convolution; null in older files",
              LayerResult::kiloFlops));

  private static final List<Column<TrialResultRow<LayerResult>>> NORMS =
      List.of(
          ResultColumns.number(
              "spectral_norm",
              "at least 0",
              "Largest singular value; null in rows of earlier versions",
              layer -> layer.spectrum().norms().spectral()),
          ResultColumns.number(
              "frobenius_norm",
              "at least 0",
              "Root of the sum of the squared weights; null in rows of earlier versions",
              layer -> layer.spectrum().norms().frobenius()));

  static final Table<TrialResultRow<LayerResult>> TABLE =
      new Table<>(
          "layers",
          Generation.FIRST,
          "One row a hidden layer, at each stage of a trial that is done.",
          Stream.of(
                  FIRST,
                  Column.since(Generation.NINE_TABLES, ADDED),
                  Column.since(Generation.FIELD, NORMS))
              .flatMap(List::stream)
              .toList(),
          TrialResultRow.from(LayerResult.class));

  private LayerColumns() {}
}
