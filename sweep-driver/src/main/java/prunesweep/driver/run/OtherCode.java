package prunesweep.driver.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.SourceTree;

/**
 * Finished trials that a run keeps though other code than its own trained them. Two programs are
 * known to be the same code only when both are of one commit, and neither tree was changed.
 */
final class OtherCode {

  private OtherCode() {}

  /** One sentence for the user; none where all of {@code kept} come from the code {@code now}. */
  static Optional<String> sentence(Collection<FinishedTrial> kept, Optional<SourceTree> now) {
    List<Optional<SourceTree>> others =
        kept.stream().map(FinishedTrial::code).filter(then -> !isSame(then, now)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Other code than this (%s) trained finished trials that are kept: %d of %d (%s);"
                    .formatted(name(now), others.size(), kept.size(), names(others))
                + " --retrain trains them again");
  }

  /** Programs outside a source tree say nothing of their code. */
  private static boolean isSame(Optional<SourceTree> then, Optional<SourceTree> now) {
    return then.equals(now) && then.filter(SourceTree::isChanged).isEmpty();
  }

  private static String names(List<Optional<SourceTree>> trees) {
    return trees.stream()
        .map(OtherCode::name)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static String name(Optional<SourceTree> tree) {
    return tree.map(known -> "commit " + known).orElse("no known commit");
  }
}
