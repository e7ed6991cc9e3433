package prunesweep.trainer.method;

import java.util.List;
import java.util.Optional;
import prunesweep.trainer.pruning.Selection;

/** A method that prunes what a selection says. */
public interface PruningMethod extends Method {

  /** The selection of what goes. */
  Selection selection();

  @Override
  default Optional<Double> target() {
    return Optional.of(selection().target());
  }

  @Override
  default List<Part> parts() {
    return List.of(
        new Part(Selection.SCORE.name(), selection().score()),
        new Part(Selection.SCOPE.key().name(), selection().scope()),
        new Part(Selection.SCHEDULE.key().name(), selection().schedule()));
  }
}
