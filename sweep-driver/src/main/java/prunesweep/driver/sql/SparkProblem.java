package prunesweep.driver.sql;

import org.apache.spark.sql.AnalysisException;

/** Problem of Spark with a query, in one sentence. */
final class SparkProblem {

  private static final String UNKNOWN_COLUMN = "UNRESOLVED_COLUMN";

  private SparkProblem() {}

  static QueryException of(Throwable failure, Relations relations) {
    if (failure instanceof AnalysisException analysis
        && String.valueOf(analysis.getCondition()).startsWith(UNKNOWN_COLUMN)) {
      String name = analysis.getMessageParameters().getOrDefault("objectName", "");
      return relations.unknownColumn(name.replace("`", ""));
    }
    return new QueryException("Cannot run the query: %s".formatted(Sentence.of(failure)), failure);
  }
}
