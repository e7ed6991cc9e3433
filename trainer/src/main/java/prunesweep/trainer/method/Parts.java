package prunesweep.trainer.method;

import java.util.List;
import prunesweep.trainer.key.Chosen.Part;
import prunesweep.trainer.pruning.Selection;

/** The parts with versions that methods have in common. */
final class Parts {

  private Parts() {}

  static List<Part> of(Selection selection) {
    return List.of(
        new Part(Selection.SCORE.name(), selection.score()),
        new Part(Selection.SCOPE.key().name(), selection.scope()),
        new Part(Selection.SCHEDULE.key().name(), selection.schedule()));
  }
}
