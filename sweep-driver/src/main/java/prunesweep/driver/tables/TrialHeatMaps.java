package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    try {
      return ResultFiles.read(
          out,
          Tables.PUBLISHED,
          files -> read(files.getOrDefault(HeatMapColumns.TABLE, List.of()), trial));
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
  }

  private static List<HeatMapResult> read(List<Path> files, TrialId trial) throws IOException {
    List<HeatMapResult> maps = new ArrayList<>();
    for (Path file : files) {
      TableFile.read(
          file,
          HeatMapColumns.TABLE,
          row -> {
            if (row.getString(TrialColumns.TRIAL_ID, 0).equals(trial.value())) {
              maps.add(map(row));
            }
          });
    }
    return maps;
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
