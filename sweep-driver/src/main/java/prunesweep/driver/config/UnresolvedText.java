package prunesweep.driver.config;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Strings;

/**
 * A value as the library writes it, with the substitutions in it.
 *
 * @param length characters, those of the names included
 * @param depth levels of blocks and lists
 * @param references its substitutions
 */
record UnresolvedText(int length, int depth, List<Reference> references) {

  UnresolvedText {
    references = List.copyOf(references);
  }

  /**
   * One substitution.
   *
   * @param name the key that it names
   * @param depth levels of blocks and lists around it
   */
  record Reference(String name, int depth) {}

  /** The parts of {@code text}, which are apart by commas: values that a merge joins later. */
  static List<UnresolvedText> parts(String text) {
    Scan scan = new Scan(text);
    scan.run();
    return scan.parts;
  }

  private static final class Scan {

    private final String text;
    private final List<UnresolvedText> parts = new ArrayList<>();
    private List<Reference> references = new ArrayList<>();
    private int at;
    private int from;
    private int depth;
    private int deepest;

    Scan(String text) {
      this.text = text;
    }

    void run() {
      while (at < text.length()) {
        take(text.charAt(at));
        at++;
      }
      end();
    }

    private void take(char next) {
      switch (next) {
        case '"' -> skipString();
        case '$' -> reference();
        case '{', '[' -> deepest = Math.max(deepest, ++depth);
        case '}', ']' -> depth--;
        case ',' -> {
          if (depth == 0) {
            end();
          }
        }
        default -> {}
      }
    }

    private void end() {
      parts.add(new UnresolvedText(at - from, deepest, references));
      from = at;
      deepest = 0;
      references = new ArrayList<>();
    }

    /** Goes to the quote at the end. */
    private void skipString() {
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        at += text.charAt(at) == '\\' ? 1 : 0;
      }
    }

    /** Goes to the brace at the end, which no quoted part of the name is. */
    private void reference() {
      int start = at + "${".length();
      for (at = start; at < text.length() && text.charAt(at) != '}'; at++) {
        if (text.charAt(at) == '"') {
          skipString();
        }
      }
      String name = text.substring(start, Math.min(at, text.length()));
      references.add(new Reference(Strings.CS.removeStart(name, "?"), depth));
    }
  }
}
