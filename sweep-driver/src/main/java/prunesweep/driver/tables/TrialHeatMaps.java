package prunesweep.driver.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.spec.TrialId;

/** Reads the heat maps of a trial; needs no lock, and a writer may be at work. */
public final class TrialHeatMaps {

  private TrialHeatMaps() {}

  /**
   * The heat maps of {@code trial} in the results folder {@code out}, in the order they were kept;
   * none where the trial is not there or did not keep any.
   *
   * @throws TablesException when {@code out} holds no tables, cannot be read or was written by a
   *     newer version
   */
  public static List<HeatMapResult> of(Path out, TrialId trial) {
    return ResultFiles.rows(
        out,
        HeatMapColumns.TABLE,
        HeatMapColumns.TABLE,
        row ->
            row.getString(TrialColumns.TRIAL_ID, 0).equals(trial.value())
                ? Optional.of(map(row))
                : Optional.empty());
  }

  private static HeatMapResult map(Group row) {
    return new HeatMapResult(
        row.getString("stage", 0),
        row.getInteger("layer", 0),
        row.getInteger("inputs", 0),
        row.getInteger("units", 0),
        row.getBinary("pattern", 0).getBytes());
  }
}
