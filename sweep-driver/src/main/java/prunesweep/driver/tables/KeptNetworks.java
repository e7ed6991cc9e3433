package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import prunesweep.driver.tables.TableFile.RowSink;
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
    read(
        TrialColumns.TABLE,
        TrialColumns.TABLE.only(TrialColumns.TRIAL_ID),
        row -> stages.put(row.getString(TrialColumns.TRIAL_ID, 0), new ArrayList<>()));
    read(
        KeptNetworkColumns.TABLE,
        KeptNetworkColumns.TABLE.only(TrialColumns.TRIAL_ID, KeptNetworkColumns.STAGE),
        row ->
            stages
                .computeIfAbsent(row.getString(TrialColumns.TRIAL_ID, 0), id -> new ArrayList<>())
                .add(row.getString(KeptNetworkColumns.STAGE, 0)));
    return stages;
  }

  /**
   * The network of {@code trial} at {@code stage}.
   *
   * @throws IllegalArgumentException if it is not kept
   * @throws TablesException as {@link #stages} does
   */
  public KeptNetwork network(String trial, String stage) {
    List<KeptNetwork> found = new ArrayList<>();
    read(
        KeptNetworkColumns.TABLE,
        KeptNetworkColumns.TABLE,
        row -> {
          if (row.getString(TrialColumns.TRIAL_ID, 0).equals(trial)
              && row.getString(KeptNetworkColumns.STAGE, 0).equals(stage)) {
            found.add(KeptNetworkColumns.network(row));
          }
        });
    return found.stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not kept: " + trial + " " + stage));
  }

  private void read(Table<?> table, Table<?> columns, RowSink sink) {
    try {
      ResultFiles.read(
          out,
          Tables.PUBLISHED,
          files -> {
            for (Path file : files.getOrDefault(table, List.of())) {
              TableFile.read(file, columns, sink);
            }
            return files;
          });
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
  }
}
