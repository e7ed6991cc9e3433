package prunesweep.driver.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a misspelt name was probably meant to be. */
final class NearestName {

  private static final int FAR = Integer.MAX_VALUE;

  /** From this length on two edits are few: letters swapped are two. */
  private static final int SHORT = 3;

  private NearestName() {}

  /** The ending of a sentence: the nearest name, or nothing when none is near. */
  static String hint(String name, Collection<String> names) {
    return find(name, names).map("; did you mean %s?"::formatted).orElse("");
  }

  /** The one of {@code names} that needs the fewest edits, if those are few for its length. */
  static Optional<String> find(String name, Collection<String> names) {
    return names.stream()
        .filter(candidate -> distance(name, candidate) < FAR)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /**
   * A key is also near when it only lacks its section, as {@code bias} for {@code network.bias}.
   */
  private static int distance(String name, String candidate) {
    String last = candidate.substring(candidate.lastIndexOf('.') + 1);
    return Math.min(edits(name, candidate), edits(name, last));
  }

  private static int edits(String name, String candidate) {
    int shorter = Math.min(name.length(), candidate.length());
    int most = shorter < SHORT ? 1 : Math.max(2, shorter / 3);
    int edits = new LevenshteinDistance(most).apply(name, candidate);
    return edits < 0 ? FAR : edits;
  }
}
