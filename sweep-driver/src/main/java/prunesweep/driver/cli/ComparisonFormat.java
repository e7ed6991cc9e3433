package prunesweep.driver.cli;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import prunesweep.driver.compare.ComparedFigure;
import prunesweep.driver.compare.Comparison;
import prunesweep.driver.published.PrintedTable;

/** Formats of a comparison. */
enum ComparisonFormat {
  /** For people: a table a table, a line a figure. */
  text {
    @Override
    String render(Comparison comparison, List<String> summary) {
      StringWriter text = new StringWriter();
      PrintWriter writer = new PrintWriter(text);
      for (PrintedTable table : comparison.tables()) {
        writer.printf("%s: %s%n", title(table), table.title());
        TextTable.print(
            List.of("row", "column", "unit", "theirs", "ours", "+-", "n", "difference", "verdict"),
            comparison.of(table).stream().map(ComparisonFormat::line).toList(),
            writer);
        writer.println();
      }
      summary.forEach(writer::println);
      writer.flush();
      return text.toString();
    }
  },
  /** A header and a line a figure. */
  csv {
    @Override
    String render(Comparison comparison, List<String> summary) {
      StringWriter text = new StringWriter();
      CsvWriterSettings settings = new CsvWriterSettings();
      settings.getFormat().setLineSeparator("\n");
      CsvWriter writer = new CsvWriter(text, settings);
      writer.writeHeaders(
          "source",
          "table",
          "row",
          "what",
          "column",
          "unit",
          "theirs",
          "ours",
          "reach",
          "n",
          "difference",
          "verdict",
          "sweep",
          "mark",
          "remark");
      comparison.figures().forEach(figure -> writer.writeRow(cells(comparison, figure)));
      writer.close();
      return text.toString();
    }
  },
  /** For documents: each table as printed, theirs / ours in each cell. */
  markdown {
    @Override
    String render(Comparison comparison, List<String> summary) {
      return MarkdownComparison.of(comparison, summary);
    }
  };

  /** The comparison, with the lines of {@code summary} where the format has room for them. */
  abstract String render(Comparison comparison, List<String> summary);

  /** What the table is called. */
  static String title(PrintedTable table) {
    boolean isNumber = Character.isDigit(table.name().charAt(0));
    return isNumber ? "Table " + table.name() : "Table";
  }

  private static List<String> line(ComparedFigure figure) {
    return List.of(
        figure.place().row(),
        figure.place().column(),
        figure.theirs().unit(),
        figure.theirs().text(),
        figure.oursText(),
        figure.reachText(),
        figure.seedsText(),
        figure.differenceText(),
        figure.verdictText());
  }

  private static Object[] cells(Comparison comparison, ComparedFigure figure) {
    Stream<String> place =
        Stream.of(
            comparison.source().name(),
            figure.place().table(),
            figure.place().row(),
            figure.place().what(),
            figure.place().column());
    Stream<String> figures =
        Stream.of(
            figure.theirs().unit(),
            figure.theirs().text(),
            figure.oursText(),
            figure.reachText(),
            figure.seedsText(),
            figure.differenceText());
    Stream<String> judgement =
        Stream.of(
            figure.judgement().verdict().text(),
            figure.judgement().sweep(),
            figure.judgement().mark(),
            figure.judgement().remark());
    return Stream.of(place, figures, judgement).flatMap(cells -> cells).toArray();
  }
}
