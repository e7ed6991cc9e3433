package prunesweep.trainer.data.csv;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.key.Suggestion;

/**
 * The columns of a CSV file.
 *
 * @param names their names in the header line; empty where there is none
 * @param count how many they are, at least 2
 * @param label the index of the label column, from 0
 */
record CsvColumns(List<String> names, int count, int label) {

  /** Characters of a name in a message. */
  private static final int LONGEST_NAME = 80;

  private static final String OTHER_SEPARATORS = ";\t|";

  /**
   * The columns of {@code file}, whose first line is {@code first}.
   *
   * @throws DataException if the label column is not there or is the only one
   */
  static CsvColumns of(String file, List<String> first, CsvLayout layout) {
    String label = layout.label();
    List<String> names = layout.header() ? List.copyOf(first) : List.of();
    requireCommas(file, first);
    if (first.size() < 2) {
      throw DataException.unreadable(
          file, "its number of columns", "at least 2, features and a label", first.size());
    }
    if (Collections.frequency(names, label) > 1) {
      throw DataException.unreadable(
          file, "dataset.csv.label", "the name of one column", label + ", the name of several");
    }
    int index = names.contains(label) ? names.indexOf(label) : index(label);
    if (index < 0 || index >= first.size()) {
      throw noLabelColumn(file, names, first.size(), label);
    }
    return new CsvColumns(names, first.size(), index);
  }

  /** A line that has more of another separator than commas was most likely meant to have that. */
  private static void requireCommas(String file, List<String> first) {
    String line = String.join(",", first);
    for (char separator : OTHER_SEPARATORS.toCharArray()) {
      if (StringUtils.countMatches(line, separator) >= first.size()) {
        throw DataException.unreadable(
            file,
            "its cells",
            "separated by commas",
            "a first line with %s between them, it seems: %s"
                .formatted(separator == '\t' ? "tabs" : "'" + separator + "'", line.strip()));
      }
    }
  }

  private static int index(String label) {
    return label.matches("\\d{1,9}") ? Integer.parseInt(label) : -1;
  }

  private static DataException noLabelColumn(
      String file, List<String> names, int count, String label) {
    Optional<String> nearest = Suggestion.nearest(label, names);
    return DataException.unreadable(
        file,
        "dataset.csv.label",
        "%san index from 0 to %d"
            .formatted(names.isEmpty() ? "" : "a name of its header line or ", count - 1),
        label + nearest.map(" (did you mean %s?)"::formatted).orElse(""));
  }

  /** The column of feature {@code feature}: all but the label's are features. */
  int ofFeature(int feature) {
    return feature < label ? feature : feature + 1;
  }

  /** A cell as messages call it. */
  String place(long line, int column) {
    String name = names.isEmpty() ? Integer.toString(column) : names.get(column);
    return "line %d, column %s".formatted(line, StringUtils.abbreviate(name, LONGEST_NAME));
  }
}
