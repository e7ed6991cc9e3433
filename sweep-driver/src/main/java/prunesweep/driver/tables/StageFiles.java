package prunesweep.driver.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.DamagedCheckpointException;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;

/**
 * The checkpoints in a results folder, one file each: a sweep that was killed does not train these
 * stages again. Got from {@link ResultTables#stages()}, whose lock and rules hold here too.
 */
public final class StageFiles {

  private final ResultTables tables;
  private final Layout layout;
  private final Disk disk;

  StageFiles(ResultTables tables, Layout layout, Disk disk) {
    this.tables = tables;
    this.layout = layout;
    this.disk = disk;
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
    Path file = layout.stage(checkpoint.stage().id());
    Path aside = layout.staging().resolve(file.getFileName());
    tables.change(
        ledger -> {
          disk.createFolder(layout.staging());
          write(checkpoint.toBytes(), aside);
          disk.createFolder(layout.stages());
          disk.move(aside, file);
          disk.force(layout.stages());
          disk.delete(layout.staging());
        });
  }

  private void write(byte[] bytes, Path file) throws IOException {
    try (OutputStream out = disk.create(file).createOrOverwrite(bytes.length)) {
      out.write(bytes);
    }
    disk.force(file);
  }

  /** Deletes those of {@code stages} that are kept. */
  public void drop(Collection<StageId> stages) {
    Set<StageId> kept = kept(stages);
    if (!kept.isEmpty()) {
      tables.change(ledger -> delete(kept));
    }
  }

  private void delete(Set<StageId> kept) throws IOException {
    for (StageId stage : kept) {
      disk.delete(layout.stage(stage));
    }
    if (PathUtils.isEmptyDirectory(layout.stages())) {
      disk.delete(layout.stages());
    }
  }
}
