package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The combinations whose larger data go into the page: all, or those of the highest mean test
 * accuracy where they are many.
 *
 * @param table they have rows there
 * @param most of them
 */
record Chosen(String table, int most) {

  /** The common table expression {@code chosen}, with the settings that vary. */
  String expression() {
    return """
    chosen AS (
      SELECT {{varying||@, }}AVG(test_accuracy) AS best
      FROM trials
      WHERE status = 'done' AND trial_id IN (SELECT trial_id FROM %s)
      GROUP BY {{varying||@, }}dataset
      ORDER BY best DESC{{varying||, @}}
      LIMIT %d
    )\
    """
        .formatted(table, most);
  }

  /** The join of {@code chosen} with the relation {@code other} on these settings. */
  static String join(String other) {
    return "JOIN chosen ON 1 = 1{{varying|| AND chosen.@ IS NOT DISTINCT FROM %s.@}}"
        .formatted(other);
  }

  /** Says in {@code data} what was left out, if anything was. */
  void tell(Findings findings, ObjectNode data) {
    long all = findings.count(table);
    if (all > most) {
      data.put(
          "leftOut",
          "Of %d combinations the %d of the highest mean test accuracy are in this page."
              .formatted(all, most));
    }
  }
}
