package prunesweep.trainer.key;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name a misspelt one may have meant. */
public final class Suggestion {

  /** The answer of {@link #edits} for names that are not alike. */
  public static final int FAR = Integer.MAX_VALUE;

  /** From this length on two edits are few: letters swapped are two. */
  private static final int SHORT = 3;

  private Suggestion() {}

  /** The choice that needs the fewest edits, the first of equals; empty where none is near. */
  public static Optional<String> nearest(String name, Collection<String> choices) {
    return choices.stream()
        .filter(choice -> edits(name, choice) < FAR)
        .min(Comparator.comparingInt(choice -> edits(name, choice)));
  }

  /**
   * Letters to insert, delete or replace (Levenshtein's distance), upper and lower case alike;
   * {@link #FAR} when those are many for the length of the shorter name: over a third, and over 2,
   * or over 1 below three letters.
   */
  public static int edits(String name, String choice) {
    int shorter = Math.min(name.length(), choice.length());
    int most = shorter < SHORT ? 1 : Math.max(2, shorter / 3);
    int edits =
        new LevenshteinDistance(most)
            .apply(name.toLowerCase(Locale.ROOT), choice.toLowerCase(Locale.ROOT));
    return edits < 0 ? FAR : edits;
  }
}
