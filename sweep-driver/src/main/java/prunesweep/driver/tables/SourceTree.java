package prunesweep.driver.tables;

import java.util.Optional;

/**
 * The source tree that a program was built from.
 *
 * @param commit its commit, in hexadecimal digits
 * @param isChanged whether files were changed since that commit
 */
public record SourceTree(String commit, boolean isChanged) {

  private static final String CHANGED = "-dirty";

  /**
   * The tree as Git describes it: the commit, with {@code -dirty} after it where files were
   * changed. Empty for a program outside a source tree, of which there is no commit.
   */
  public static Optional<SourceTree> described(String description) {
    if (description.isEmpty()) {
      return Optional.empty();
    }
    boolean isChanged = description.endsWith(CHANGED);
    String commit =
        isChanged ? description.substring(0, description.length() - CHANGED.length()) : description;
    return Optional.of(new SourceTree(commit, isChanged));
  }

  /** The tree as Git describes it, with a short commit. */
  @Override
  public String toString() {
    return commit.substring(0, Math.min(10, commit.length())) + (isChanged ? CHANGED : "");
  }
}
