package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Words of a commit in its file of {@code trials}, where the writer has a term.
 *
 * @param range the commits that it holds
 * @param claim what tells it from any other that was sent under its name
 */
record CommitWords(CommitRange range, String claim) {

  private static final String FROM = "prunesweep.commit.from";
  private static final String TO = "prunesweep.commit.to";
  private static final String TERM = "prunesweep.commit.term";
  private static final String CLAIM = "prunesweep.commit.claim";

  /** A commit that is being sent. */
  static CommitWords sending(CommitRange range) {
    return new CommitWords(range, UUID.randomUUID().toString());
  }

  /** What {@code file} says. */
  static CommitWords of(Path file) throws IOException {
    Map<String, String> words = TableFile.words(file);
    try {
      CommitRange range =
          new CommitRange(number(words, FROM), number(words, TO), number(words, TERM));
      return new CommitWords(range, words.getOrDefault(CLAIM, ""));
    } catch (IllegalArgumentException e) {
      throw new IOException("%s does not say which commits it holds".formatted(file), e);
    }
  }

  private static long number(Map<String, String> words, String name) {
    return Long.parseLong(words.getOrDefault(name, ""));
  }

  /** {@code says}, and this. */
  Map<String, String> beside(Map<String, String> says) {
    Map<String, String> all = new HashMap<>(says);
    all.put(FROM, Long.toString(range.from()));
    all.put(TO, Long.toString(range.to()));
    all.put(TERM, Long.toString(range.term()));
    all.put(CLAIM, claim);
    return all;
  }
}
