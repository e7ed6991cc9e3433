package prunesweep.trainer.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name a misspelt one may have meant. */
public final class Suggestion {

  private static final int ALWAYS_NEAR = 2;
  private static final int NEAR_SHARE = 3;

  private Suggestion() {}

  /**
   * The choice with the fewest letters to insert, delete or replace (Levenshtein's distance, upper
   * and lower case alike), the first of equals; empty where none is near: at most 2 letters, or a
   * third of {@code name}.
   */
  public static Optional<String> nearest(String name, Collection<String> choices) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int most = Math.max(ALWAYS_NEAR, name.length() / NEAR_SHARE);
    return choices.stream()
        .min(Comparator.comparingInt(choice -> distance(wanted, choice)))
        .filter(choice -> distance(wanted, choice) <= Math.min(most, choice.length() - 1));
  }

  private static int distance(String wanted, String choice) {
    return levenshtein(wanted, choice.toLowerCase(Locale.ROOT));
  }

  private static int levenshtein(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      above = nextRow(above, left.charAt(row - 1), row, right);
    }
    return above[right.length()];
  }

  private static int[] nextRow(int[] above, char letter, int row, String right) {
    int[] next = new int[above.length];
    next[0] = row;
    for (int column = 1; column < next.length; column++) {
      int replaced = above[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
      next[column] = Math.min(replaced, 1 + Math.min(above[column], next[column - 1]));
    }
    return next;
  }
}
