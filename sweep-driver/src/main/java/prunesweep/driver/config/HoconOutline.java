package prunesweep.driver.config;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The depth of a HOCON text and its substitutions, found without parsing it: brackets outside
 * strings and comments are levels, and so are the parts of the keys before them.
 *
 * @param deepest levels at the deepest place
 * @param deepestLine the line of that place, from 1
 * @param substitutions number of <code>${</code> outside strings and comments
 */
record HoconOutline(int deepest, int deepestLine, int substitutions) {

  /** The outline of {@code text}, which need not be valid. */
  static HoconOutline of(String text) {
    Scan scan = new Scan(text);
    scan.run();
    return new HoconOutline(scan.deepest, scan.deepestLine, scan.substitutions);
  }

  private static final class Scan {

    private static final String TRIPLE = "\"\"\"";

    private final String text;
    private final Deque<Integer> levels = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int depth;
    private int dots;
    private int deepest;
    private int deepestLine = 1;
    private int substitutions;

    Scan(String text) {
      this.text = text;
    }

    void run() {
      while (at < text.length()) {
        char next = text.charAt(at);
        if (next == '"') {
          skipString();
        } else if (next == '#' || text.startsWith("//", at)) {
          skipTo("\n");
        } else {
          take(next);
          at++;
        }
      }
    }

    private void take(char next) {
      switch (next) {
        case '\n' -> {
          line++;
          dots = 0;
        }
        case ',' -> dots = 0;
        case '.' -> dots++;
        case '{', '[' -> open();
        case '}', ']' -> close();
        default -> {}
      }
      note();
    }

    private void open() {
      if (at > 0 && text.charAt(at - 1) == '$') {
        substitutions++;
      }
      levels.push(dots + 1);
      depth += dots + 1;
      dots = 0;
    }

    private void close() {
      depth -= levels.isEmpty() ? 0 : levels.pop();
      dots = 0;
    }

    private void note() {
      if (depth + dots > deepest) {
        deepest = depth + dots;
        deepestLine = line;
      }
    }

    private void skipString() {
      if (text.startsWith(TRIPLE, at)) {
        at += TRIPLE.length();
        skipTo(TRIPLE);
        at = Math.min(text.length(), at + TRIPLE.length());
      } else {
        at++;
        skipLine();
      }
    }

    /** A string ends at its quote; one without ends with its line, and is an error anyway. */
    private void skipLine() {
      while (at < text.length() && text.charAt(at) != '\n') {
        char next = text.charAt(at);
        at += next == '\\' ? 2 : 1;
        if (next == '"') {
          return;
        }
      }
    }

    private void skipTo(String end) {
      int found = text.indexOf(end, at);
      int to = found < 0 ? text.length() : found;
      for (; at < to; at++) {
        line += text.charAt(at) == '\n' ? 1 : 0;
      }
    }
  }
}
