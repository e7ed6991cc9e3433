package prunesweep.trainer.data.fetch;

import java.util.Optional;

/**
 * Outcome of a fetch.
 *
 * @param name the data set
 * @param where its directory, or "built in"
 * @param source the source it was fetched from; empty if it was already there
 */
public record FetchOutcome(String name, String where, Optional<String> source) {

  /** The outcome as one sentence without a full stop. */
  public String sentence() {
    return source
        .map(from -> "%s was fetched from %s into %s".formatted(name, from, where))
        .orElseGet(() -> "%s is already there and as published: %s".formatted(name, where));
  }
}
