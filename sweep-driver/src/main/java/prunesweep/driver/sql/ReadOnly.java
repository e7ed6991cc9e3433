package prunesweep.driver.sql;

import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CompoundBody;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.execution.SparkSqlParser;
import scala.jdk.javaapi.CollectionConverters;

/** Refuses statements that would change result tables or anything else. */
final class ReadOnly {

  private ReadOnly() {}

  /** Throws unless {@code query} is a query, or asks what there is (show, describe, explain). */
  static void require(String query) throws Exception {
    LogicalPlan plan = new SparkSqlParser().parsePlan(query);
    if (!asks(plan) && changes(plan)) {
      throw new QueryException(
          "Cannot run the query: it must be a SELECT, SHOW, DESCRIBE or EXPLAIN, got a statement"
              + " that changes something");
    }
  }

  private static boolean asks(LogicalPlan plan) {
    String name = plan.getClass().getSimpleName();
    return name.startsWith("Show") || name.startsWith("Describe") || name.startsWith("Explain");
  }

  /** The effects of EXECUTE IMMEDIATE and of scripts, which show only when they run. */
  private static boolean changes(LogicalPlan plan) {
    return plan instanceof Command
        || plan instanceof ParsedStatement
        || plan instanceof CompoundBody
        || plan instanceof InsertIntoDir
        || plan.getClass().getSimpleName().contains("ExecuteImmediate")
        || CollectionConverters.asJava(plan.children()).stream().anyMatch(ReadOnly::changes);
  }
}
