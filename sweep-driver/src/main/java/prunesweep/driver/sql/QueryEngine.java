package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import prunesweep.driver.tables.Table;

/** Runs queries over files of tables, the views and {@code SqlFunctions} registered. */
interface QueryEngine {

  /**
   * Runs one query, which reads these files and reaches nothing else.
   *
   * @param query within {@link QueryBounds}
   * @param files of each table; a table may have none
   * @throws QueryException if it cannot be run, with one sentence
   */
  <T> T answer(String query, Map<Table<?>, List<Path>> files, Function<QueryAnswer, T> reader);
}
