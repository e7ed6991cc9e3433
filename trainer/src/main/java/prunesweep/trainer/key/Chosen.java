package prunesweep.trainer.key;

import java.util.List;

/** A record that is one of several choices, each with keys of its own. */
public interface Chosen extends Versioned {

  /** The section of its own class. */
  Section<? extends Chosen> section();

  /** Parts that decide its results beside the keys that are written. */
  default List<Part> parts() {
    return List.of();
  }

  /**
   * Something with a version that a choice works by.
   *
   * @param name what it is called in ids, e.g. {@code score}
   * @param versioned the thing
   */
  record Part(String name, Versioned versioned) {}
}
