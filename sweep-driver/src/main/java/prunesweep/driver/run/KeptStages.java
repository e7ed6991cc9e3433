package prunesweep.driver.run;

import java.util.Optional;
import java.util.Set;
import prunesweep.driver.spark.StageStore;
import prunesweep.driver.tables.StageFiles;
import prunesweep.driver.tables.TablesException;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;

/**
 * The stages kept in the results folder. One that cannot be read is said so, deleted and had anew.
 *
 * @param files where they are
 * @param events who hears of damage
 */
record KeptStages(StageFiles files, RunEvents events) implements StageStore {

  @Override
  public Optional<Checkpoint> find(StageSpec stage) {
    Set<StageId> id = Set.of(stage.id());
    if (files.kept(id).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(files.read(stage));
    } catch (TablesException e) {
      events.warned("%s; this stage is trained again".formatted(e.getMessage()));
      files.drop(id);
      return Optional.empty();
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    files.keep(checkpoint);
  }

  @Override
  public void drop(StageId stage) {
    files.drop(Set.of(stage));
  }
}
