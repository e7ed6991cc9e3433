package prunesweep.driver.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import prunesweep.trainer.result.KeptNetwork;

/** Reads the networks that trials have kept; needs no lock, and a writer may be at work. */
public final class KeptNetworks {

  private final Path out;

  /** Those in the results folder {@code out}. */
  public KeptNetworks(Path out) {
    this.out = out;
  }

  /**
   * The stages kept of every finished trial, by id; none where it kept no network.
   *
   * @throws TablesException when the folder holds no tables, cannot be read or was written by a
   *     newer version
   */
  public Map<String, List<String>> stages() {
    Map<String, List<String>> stages = new TreeMap<>();
    ResultFiles.rows(
            out,
            TrialColumns.TABLE,
            TrialColumns.TABLE.only(TrialColumns.TRIAL_ID),
            row -> Optional.of(trial(row)))
        .forEach(trial -> stages.put(trial, new ArrayList<>()));
    ResultFiles.rows(
            out,
            KeptNetworkColumns.TABLE,
            KeptNetworkColumns.TABLE.only(TrialColumns.TRIAL_ID, KeptNetworkColumns.STAGE),
            row -> Optional.of(Map.entry(trial(row), stage(row))))
        .forEach(
            kept ->
                stages
                    .computeIfAbsent(kept.getKey(), id -> new ArrayList<>())
                    .add(kept.getValue()));
    return stages;
  }

  private static String trial(Group row) {
    return row.getString(TrialColumns.TRIAL_ID, 0);
  }

  private static String stage(Group row) {
    return row.getString(KeptNetworkColumns.STAGE, 0);
  }

  /**
   * The network of {@code trial} at {@code stage}.
   *
   * @throws IllegalArgumentException if it is not kept
   * @throws TablesException as {@link #stages} does
   */
  public KeptNetwork network(String trial, String stage) {
    return ResultFiles.rows(
            out,
            KeptNetworkColumns.TABLE,
            KeptNetworkColumns.TABLE,
            row ->
                trial(row).equals(trial) && stage(row).equals(stage)
                    ? Optional.of(KeptNetworkColumns.network(row))
                    : Optional.<KeptNetwork>empty())
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not kept: " + trial + " " + stage));
  }
}
