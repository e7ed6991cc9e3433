package prunesweep.driver.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Lets a statement go on over lines until its semicolon. */
final class SqlStatementParser extends DefaultParser {

  private static final Pattern ONE_WORD = Pattern.compile("(?:exit|quit|\\\\q)?");

  SqlStatementParser() {
    setEofOnUnclosedQuote(false);
    setEofOnEscapedNewLine(false);
    setEscapeChars(null);
    setQuoteChars(new char[0]); // A quote of SQL is doubled within a text.
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
      throw new EOFError(-1, cursor, "A statement ends with a semicolon");
    }
    return super.parse(line, cursor, context);
  }

  private static boolean isWhole(String line) {
    String text = line.strip();
    return text.endsWith(";") || ONE_WORD.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** The statement in {@code line}, without the semicolon. */
  static String statement(String line) {
    return StringUtils.stripEnd(line.strip(), "; \t\r\n");
  }
}
