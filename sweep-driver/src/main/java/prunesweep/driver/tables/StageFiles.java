package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.DamagedCheckpointException;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;

/**
 * The checkpoints in a results folder, one file each: a sweep that was killed does not train these
 * stages again. Got from {@link ResultTables#stages()}, whose lock and rules hold here too.
 */
public final class StageFiles {

  private final Layout layout;
  private final SideFiles files;

  StageFiles(Layout layout, SideFiles files) {
    this.layout = layout;
    this.files = files;
  }

  /** Those of {@code stages} that are kept, whole or damaged. */
  public Set<StageId> kept(Collection<StageId> stages) {
    return stages.stream()
        .filter(stage -> Files.exists(layout.stage(stage)))
        .collect(Collectors.toSet());
  }

  /**
   * The checkpoint of {@code stage}, which is kept.
   *
   * @throws TablesException if the file cannot be read or is not what it should be
   */
  public Checkpoint read(StageSpec stage) {
    Path file = layout.stage(stage.id());
    try {
      return Checkpoint.of(stage, Files.readAllBytes(file));
    } catch (IOException | DamagedCheckpointException e) {
      throw TablesException.damaged(file, e);
    }
  }

  /** Keeps {@code checkpoint}: its file is there whole or not at all. */
  public void keep(Checkpoint checkpoint) {
    files.keep(layout.stage(checkpoint.stage().id()), checkpoint.toBytes());
  }

  /** Deletes those of {@code stages} that are kept. */
  public void drop(Collection<StageId> stages) {
    files.delete(kept(stages).stream().map(layout::stage).toList());
  }
}
