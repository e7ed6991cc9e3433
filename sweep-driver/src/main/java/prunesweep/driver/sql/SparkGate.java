package prunesweep.driver.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CompoundBody;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Refuses statements of Spark SQL that would change anything or reach beyond the results, by their
 * parsed plan.
 */
final class SparkGate {

  private static final Reach REACH = Reach.OF_SPARK;

  private final Relations relations;
  private final Set<String> queries = new HashSet<>();

  private SparkGate(Relations relations) {
    this.relations = relations;
  }

  /**
   * Throws unless {@code plan} is a query of {@code relations}, or asks what there is (show,
   * describe, explain).
   */
  static void requireParsed(LogicalPlan plan, Relations relations) {
    LogicalPlan asked = asked(plan);
    if (!asks(asked) && changes(asked)) {
      throw Reach.changes();
    }
    SparkGate gate = new SparkGate(relations);
    gate.collectQueries(asked);
    gate.requireWithin(asked);
  }

  /**
   * Throws if the analysed {@code plan} calls what its parsed one did not show, such as a function
   * whose name it calculates.
   */
  static void requireAnalysed(LogicalPlan plan) {
    nodes(plan).forEach(SparkGate::requireAnalysed);
    list(plan.expressions()).forEach(SparkGate::requireAnalysed);
  }

  private static void requireAnalysed(Expression expression) {
    REACH.requireFunction(expression.prettyName());
    if (expression instanceof PlanExpression<?> query
        && query.plan() instanceof LogicalPlan subquery) {
      requireAnalysed(subquery);
    }
    list(expression.children()).forEach(SparkGate::requireAnalysed);
  }

  /** The query that is explained or described, or else the plan itself. */
  private static LogicalPlan asked(LogicalPlan plan) {
    if (plan instanceof ExplainCommand explain) {
      return asked(explain.logicalPlan());
    }
    return plan instanceof DescribeQueryCommand describe ? asked(describe.plan()) : plan;
  }

  private static boolean asks(LogicalPlan plan) {
    String name = plan.getClass().getSimpleName();
    return name.startsWith("Show") || name.startsWith("Describe");
  }

  /** The effects of EXECUTE IMMEDIATE and of scripts, which show only when they run. */
  private static boolean changes(LogicalPlan plan) {
    return plan instanceof Command
        || plan instanceof ParsedStatement
        || plan instanceof CompoundBody
        || plan instanceof InsertIntoDir
        || plan.getClass().getSimpleName().contains("ExecuteImmediate")
        || nodes(plan).stream().anyMatch(SparkGate::changes);
  }

  /** The names that the query gives to others within it. */
  private void collectQueries(LogicalPlan plan) {
    if (plan instanceof UnresolvedWith with) {
      list(with.cteRelations())
          .forEach(relation -> queries.add(relation._1().toLowerCase(Locale.ROOT)));
    }
    nodes(plan).forEach(this::collectQueries);
    list(plan.subqueries()).forEach(this::collectQueries);
  }

  private void requireWithin(LogicalPlan plan) {
    if (plan instanceof UnresolvedRelation relation) {
      relations.require(list(relation.multipartIdentifier()), queries);
    } else if (plan instanceof UnresolvedTableOrView relation) {
      relations.require(list(relation.multipartIdentifier()), queries);
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      REACH.requireTableFunction(last(list(function.name())));
    } else if (plan instanceof ScriptTransformation) {
      throw Reach.refused("a script");
    } else if (plan instanceof PlanWithUnresolvedIdentifier) {
      throw Reach.refused("a name that it calculates");
    }
    list(plan.expressions()).forEach(this::requireWithin);
    nodes(plan).forEach(this::requireWithin);
  }

  private void requireWithin(Expression expression) {
    if (expression instanceof UnresolvedFunction function) {
      REACH.requireFunction(last(list(function.nameParts())));
    } else if (expression instanceof UnresolvedGenerator generator) {
      REACH.requireTableFunction(generator.name().funcName());
    } else if (expression instanceof UnresolvedAttribute attribute) {
      REACH.requireFunction(attribute.name());
    } else if (expression instanceof ExpressionWithUnresolvedIdentifier) {
      throw Reach.refused("a name that it calculates");
    } else if (expression instanceof PlanExpression<?> query
        && query.plan() instanceof LogicalPlan subquery) {
      requireWithin(subquery);
    }
    list(expression.children()).forEach(this::requireWithin);
  }

  private static String last(List<String> parts) {
    return parts.get(parts.size() - 1);
  }

  /** The plans directly within {@code plan}, those of its WITH included. */
  private static List<LogicalPlan> nodes(LogicalPlan plan) {
    List<LogicalPlan> nodes = new ArrayList<>(list(plan.children()));
    for (TreeNode<?> inner : list(plan.innerChildren())) {
      if (inner instanceof LogicalPlan node) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  private static <T> List<T> list(Iterable<T> all) {
    return List.copyOf(CollectionConverters.asJavaCollection(all));
  }
}
