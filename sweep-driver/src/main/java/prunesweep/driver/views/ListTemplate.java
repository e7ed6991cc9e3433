package prunesweep.driver.views;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text with lists of columns in double braces: {@code {{names|separator|pattern}}}. Each word of
 * {@code names} is the name of a list or a column, or {@code list-column} for a list without that
 * column; the pattern, by default the column itself, has the column in place of each {@code @}.
 *
 * @param lists what makes the columns of each list, by name
 */
public record ListTemplate(Map<String, Supplier<List<String>>> lists) {

  private static final Pattern LIST =
      Pattern.compile("\\{\\{([^|{}]+)(?:\\|([^|{}]*)\\|([^{}]*))?}}");

  private static final String SEPARATOR = ", ";
  private static final String COLUMN = "@";
  private static final char WITHOUT = '-';

  /** {@code text} with each list written out. */
  public String fill(String text) {
    return LIST.matcher(text).replaceAll(match -> Matcher.quoteReplacement(written(match)));
  }

  private String written(MatchResult list) {
    boolean isPlain = list.group(2) == null;
    String separator = isPlain ? SEPARATOR : list.group(2);
    String pattern = isPlain ? COLUMN : list.group(3);
    return Arrays.stream(list.group(1).split(" "))
        .flatMap(this::columns)
        .map(column -> pattern.replace(COLUMN, column))
        .collect(Collectors.joining(separator));
  }

  private Stream<String> columns(String name) {
    int minus = name.indexOf(WITHOUT);
    return minus < 0
        ? lists.getOrDefault(name, () -> List.of(name)).get().stream()
        : columns(name.substring(0, minus))
            .filter(column -> !column.equals(name.substring(minus + 1)));
  }
}
