package prunesweep.driver.compare;

import java.util.Arrays;

/** What comes of a printed figure and ours; the view {@code comparison} decides it. */
public enum Verdict {
  /** Not further apart than digits and seeds explain. */
  AGREES("agrees"),
  /** Further apart. */
  DIFFERS("differs"),
  /** Apart, but one seed does not tell how far seeds lie apart. */
  ONE_SEED("one seed"),
  /** No trial of ours yet. */
  NOT_RUN("not run"),
  /** No trial of ours is like theirs. */
  NO_COUNTERPART("no counterpart");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** The verdict as the view has it. */
  public String text() {
    return text;
  }

  boolean isDistance() {
    return this == DIFFERS || this == ONE_SEED;
  }

  static Verdict of(String text) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.text.equals(text))
        .findFirst()
        .orElseThrow();
  }
}
