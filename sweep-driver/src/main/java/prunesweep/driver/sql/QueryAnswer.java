package prunesweep.driver.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query, as text; calculated when it is asked for, times in UTC. Asking fails with
 * {@link QueryException} where the rows are too many to be shown.
 */
public interface QueryAnswer {

  /** The names of the columns; a name may stand there twice. */
  List<String> columns();

  /** The cells row by row, null where SQL has null. */
  List<List<@Nullable String>> cells();

  /** A JSON object a row, nulls included. */
  List<String> json();
}
