package prunesweep.driver.published;

import java.util.List;

/**
 * A figure of a published table and what of ours answers to it.
 *
 * @param place where it is printed
 * @param unit its unit: %, times, kFLOP, or none for a count
 * @param value what is printed
 * @param measured what of which trials is to be compared
 * @param remark what there is to know about it
 */
record PrintedFigure(Place place, String unit, Value value, Measured measured, Remark remark) {

  /**
   * The place of a figure.
   *
   * @param source the name of the {@link Source}
   * @param table the name of the {@link PrintedTable}
   * @param row the row as printed
   * @param what the row in words
   * @param column the column
   */
  record Place(String source, String table, String row, String what, String column) {}

  /**
   * A value as printed.
   *
   * @param digits the number, empty where none is printed
   * @param standardError that of a mean, empty where none is printed: a single run
   */
  record Value(String digits, String standardError) {

    private static final char POINT = '.';

    /** One in the last digit that is printed, empty where none is. */
    String step() {
      int point = digits.indexOf(POINT);
      if (point < 0) {
        return digits.isEmpty() ? "" : "1";
      }
      return "0." + "0".repeat(digits.length() - point - 2) + "1";
    }
  }

  /**
   * What is measured.
   *
   * @param moment pruned: after the last prune and before any retraining; retrained: after it
   * @param measure the name of the figure in the view {@code comparison}
   * @param models the models whose mean it is; none where no trial of ours is like that
   */
  record Measured(String moment, String measure, List<String> models) {

    Measured {
      models = List.copyOf(models);
    }
  }

  /**
   * A remark.
   *
   * @param mark misquoted, quoted, other data or no counterpart; empty where nothing is wrong
   * @param text a sentence, or empty
   */
  record Remark(String mark, String text) {

    static final Remark NONE = new Remark("", "");
  }
}
