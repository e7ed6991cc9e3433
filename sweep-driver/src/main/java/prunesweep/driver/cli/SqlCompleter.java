package prunesweep.driver.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import prunesweep.driver.tables.Table;
import prunesweep.driver.tables.Tables;
import prunesweep.driver.views.View;
import prunesweep.driver.views.Views;

/** Completes names of tables, views and columns, and the commonest words of SQL. */
final class SqlCompleter implements Completer {

  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "JOIN",
          "USING",
          "LIMIT",
          "DESCRIBE",
          "DISTINCT",
          "HAVING",
          "avg",
          "count",
          "max",
          "min",
          "round",
          "stddev_samp");

  private static final Pattern LAST_NAME = Pattern.compile("\\w*$");

  /** Each name with the word for what it is. */
  private final Map<String, String> names = new TreeMap<>();

  SqlCompleter() {
    WORDS.forEach(word -> names.put(word, "SQL"));
    for (Table<?> table : Tables.current().all()) {
      table.duckDbTypes().keySet().forEach(column -> names.put(column, "columns"));
    }
    for (View view : Views.all()) {
      view.columnNames().forEach(column -> names.put(column, "columns"));
    }
    Tables.current().all().forEach(table -> names.put(table.name(), "tables"));
    Views.all().forEach(view -> names.put(view.name(), "views"));
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.word().substring(0, line.wordCursor());
    Matcher last = LAST_NAME.matcher(before);
    String begun = last.find() ? last.group() : "";
    String kept = before.substring(0, before.length() - begun.length());
    names.forEach(
        (name, kind) -> {
          if (name.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT))) {
            candidates.add(new Candidate(kept + name, name, kind, null, null, null, false));
          }
        });
  }
}
