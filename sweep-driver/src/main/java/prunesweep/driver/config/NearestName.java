package prunesweep.driver.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import prunesweep.trainer.key.Suggestion;

/** Guess of what a misspelt key was meant to be. */
final class NearestName {

  private NearestName() {}

  /** The ending of a sentence: the nearest name, or nothing when none is near. */
  static String hint(String name, Collection<String> names) {
    return find(name, names).map("; did you mean %s?"::formatted).orElse("");
  }

  /** The one of {@code names} that needs the fewest edits, if those are few for its length. */
  static Optional<String> find(String name, Collection<String> names) {
    return names.stream()
        .filter(candidate -> distance(name, candidate) < Suggestion.FAR)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /**
   * A key is also near when it only lacks its section, as {@code bias} for {@code network.bias}.
   */
  private static int distance(String name, String candidate) {
    String last = candidate.substring(candidate.lastIndexOf('.') + 1);
    return Math.min(Suggestion.edits(name, candidate), Suggestion.edits(name, last));
  }
}
