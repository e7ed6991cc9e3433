package prunesweep.driver.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Functions that a query may call: an engine has functions that read files, run methods or tell of
 * the process, and these are refused.
 *
 * @param refused functions that reach beyond the results, in lower case
 * @param ofTables the functions that stand where a table does and reach nothing, in lower case
 */
record Reach(Set<String> refused, Set<String> ofTables) {

  static final Reach OF_SPARK =
      new Reach(
          Set.of(
              "java_method",
              "reflect",
              "try_reflect",
              "input_file_name",
              "input_file_block_start",
              "input_file_block_length",
              "current_user",
              "session_user",
              "user",
              // Their options name files of schemas.
              "from_xml",
              "schema_of_xml",
              // A document may name files and addresses to be read.
              "xpath",
              "xpath_boolean",
              "xpath_double",
              "xpath_float",
              "xpath_int",
              "xpath_long",
              "xpath_number",
              "xpath_short",
              "xpath_string",
              "from_avro",
              "to_avro",
              "schema_of_avro",
              "from_protobuf",
              "to_protobuf"),
          Set.of(
              "range",
              "explode",
              "explode_outer",
              "posexplode",
              "posexplode_outer",
              "inline",
              "inline_outer",
              "stack",
              "json_tuple",
              "variant_explode",
              "variant_explode_outer"));

  static final Reach OF_DUCKDB =
      new Reach(
          Set.of("current_setting", "getenv", "write_log", "getvariable", "nextval", "currval"),
          Set.of("range", "generate_series", "unnest", "json_each", "json_tree"));

  void requireFunction(String name) {
    if (refused.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused("the function " + name);
    }
  }

  void requireTableFunction(String name) {
    if (!ofTables.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused("the function " + name);
    }
  }

  static QueryException refused(String what) {
    return new QueryException(
        "Cannot run the query: it must stay within the tables and views of the results, got "
            + what);
  }

  static QueryException changes() {
    return new QueryException(
        "Cannot run the query: it must be a SELECT, SHOW, DESCRIBE or EXPLAIN, got a statement"
            + " that changes something");
  }
}
