package prunesweep.driver.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses statements of DuckDB that would change anything or reach beyond the results. DuckDB tells
 * what a query is made of as JSON, and that a statement is none.
 */
final class DuckDbGate {

  private static final Reach REACH = Reach.OF_DUCKDB;
  private static final Pattern EXPLAIN =
      Pattern.compile("^\\s*EXPLAIN\\s+(ANALYZE\\s+)?", Pattern.CASE_INSENSITIVE);
  private static final String PARSE = "SELECT json_serialize_sql(CAST(? AS VARCHAR))";
  private static final String NO_QUERY = "not implemented";

  private final Relations relations;
  private final Set<String> queries = new HashSet<>();

  private DuckDbGate(Relations relations) {
    this.relations = relations;
  }

  /** Throws unless {@code query} is one of {@code relations}, or asks what there is. */
  static void require(String query, Connection connection, Relations relations)
      throws SQLException {
    JsonNode parsed = parsed(EXPLAIN.matcher(query).replaceFirst(""), connection);
    if (parsed.path("error").asBoolean()) {
      throw parsed.path("error_type").asText().equals(NO_QUERY)
          ? Reach.changes()
          : new QueryException(
              "Cannot run the query: " + parsed.path("error_message").asText("it is no SQL"));
    }
    JsonNode statements = parsed.path("statements");
    if (statements.size() != 1) {
      throw new QueryException(
          "Cannot run the query: it must be one statement, got " + statements.size());
    }
    DuckDbGate gate = new DuckDbGate(relations);
    gate.collectQueries(statements);
    gate.requireWithin(statements);
  }

  private static JsonNode parsed(String query, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARSE)) {
      statement.setString(1, query);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new ObjectMapper().readTree(rows.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new SQLException(e);
    }
  }

  /** The names that the query gives to others within it. */
  private void collectQueries(JsonNode node) {
    node.path("cte_map")
        .path("map")
        .forEach(query -> queries.add(query.path("key").asText().toLowerCase(Locale.ROOT)));
    node.forEach(this::collectQueries);
  }

  private void requireWithin(JsonNode node) {
    switch (node.path("type").asText()) {
      case "BASE_TABLE" -> relations.require(path(node), queries);
      case "TABLE_FUNCTION" -> {
        JsonNode function = node.path("function");
        REACH.requireTableFunction(function.path("function_name").asText());
      }
      case "FUNCTION" -> REACH.requireFunction(node.path("function_name").asText());
      default -> {}
    }
    node.forEach(this::requireWithin);
  }

  private static List<String> path(JsonNode relation) {
    List<String> path = new ArrayList<>();
    relation.path("qualified_name").path("path").forEach(part -> path.add(part.asText()));
    return path;
  }
}
