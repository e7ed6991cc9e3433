package prunesweep.driver.views;

import java.util.List;
import java.util.stream.Collectors;
import prunesweep.driver.views.View.Columns;

/**
 * The text of a view's file: comment lines with its grain, an empty one, a comment line for each
 * group of columns as {@code names: meaning}, then the query.
 */
final class ViewFile {

  private static final String COMMENT = "--";
  private static final String MEANS = ": ";

  private ViewFile() {}

  /** The view {@code name} whose file is {@code text}, in which {@code lists} are written out. */
  static View parse(String name, String text, ListTemplate lists) {
    List<String> header =
        text.lines()
            .takeWhile(line -> line.startsWith(COMMENT))
            .map(ViewFile::uncommented)
            .map(lists::fill)
            .toList();
    int end = header.indexOf("");
    String grain = String.join(" ", header.subList(0, end));
    List<Columns> columns =
        header.subList(end + 1, header.size()).stream().map(ViewFile::columns).toList();
    String sql = text.lines().skip(header.size()).collect(Collectors.joining("\n"));
    return new View(name, grain, columns, () -> lists.fill(sql));
  }

  private static String uncommented(String line) {
    return line.substring(COMMENT.length()).strip();
  }

  private static Columns columns(String line) {
    int end = line.indexOf(MEANS);
    return new Columns(
        List.of(line.substring(0, end).split(", ")), line.substring(end + MEANS.length()));
  }
}
