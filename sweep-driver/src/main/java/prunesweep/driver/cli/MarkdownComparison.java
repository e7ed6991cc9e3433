package prunesweep.driver.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.compare.ComparedFigure;
import prunesweep.driver.compare.Comparison;
import prunesweep.driver.compare.Verdict;
import prunesweep.driver.published.PrintedTable;

/** A comparison in Markdown: the tables as printed, in each cell theirs / ours. */
final class MarkdownComparison {

  private static final String NONE = "-";

  private MarkdownComparison() {}

  /** The text, with the lines of {@code summary} at its end. */
  static String of(Comparison comparison, List<String> summary) {
    List<String> lines = new ArrayList<>();
    for (PrintedTable table : comparison.tables()) {
      lines.add("**%s**: %s".formatted(ComparisonFormat.title(table), table.title()));
      lines.add("");
      lines.addAll(table(table.columns(), comparison.of(table)));
      lines.add("");
    }
    lines.addAll(summary);
    return String.join("\n", lines) + "\n";
  }

  private static List<String> table(List<String> declared, List<ComparedFigure> figures) {
    Map<String, Map<String, ComparedFigure>> rows = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>();
    for (ComparedFigure figure : figures) {
      String column = figure.place().column();
      headers.put(column, header(figure));
      rows.computeIfAbsent(figure.place().row(), row -> new LinkedHashMap<>()).put(column, figure);
    }
    List<String> columns = declared.stream().filter(headers::containsKey).toList();
    List<String> lines = new ArrayList<>();
    lines.add(joined("row", columns.stream().map(headers::get).toList()));
    lines.add("|" + String.join("", Collections.nCopies(columns.size() + 1, "---|")));
    rows.forEach(
        (row, cells) ->
            lines.add(
                joined(row, columns.stream().map(column -> cell(cells.get(column))).toList())));
    return lines;
  }

  private static String header(ComparedFigure figure) {
    String words = figure.place().column().replace('_', ' ');
    return (words + " " + figure.theirs().unit()).strip();
  }

  private static String joined(String row, List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + row + " | ", " |"));
  }

  private static String cell(@Nullable ComparedFigure figure) {
    return Optional.ofNullable(figure).map(MarkdownComparison::shown).orElse(NONE);
  }

  private static String shown(ComparedFigure figure) {
    String mark = figure.judgement().mark().equals("misquoted") ? " (misquoted)" : "";
    String theirs = figure.theirs().text() + mark;
    if (figure.ours().isEmpty()) {
      return theirs + " / " + NONE;
    }
    boolean varies = figure.reachText().matches(".*[1-9].*");
    String ours = figure.oursText() + (varies ? " ± " + figure.reachText() : "");
    boolean differs = figure.judgement().verdict() == Verdict.DIFFERS;
    return theirs + " / " + (differs ? "**" + ours + "**" : ours);
  }
}
