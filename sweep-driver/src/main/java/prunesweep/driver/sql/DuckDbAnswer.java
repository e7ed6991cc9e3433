package prunesweep.driver.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of DuckDB, to be read once.
 *
 * @param rows before the first one
 */
record DuckDbAnswer(ResultSet rows) implements QueryAnswer {

  /** Takes one row. */
  private interface Reading<T> {

    T row() throws SQLException;
  }

  @Override
  public List<String> columns() {
    return asked(this::names);
  }

  @Override
  public List<List<@Nullable String>> cells() {
    return asked(() -> all(this::row));
  }

  @Override
  public List<String> json() {
    ObjectMapper mapper = new ObjectMapper();
    return asked(
        () -> {
          List<String> names = names();
          return all(() -> object(names, mapper).toString());
        });
  }

  private List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      names.add(rows.getMetaData().getColumnLabel(column));
    }
    return names;
  }

  private List<@Nullable String> row() throws SQLException {
    List<@Nullable String> cells = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      cells.add(DuckDbValue.of(rows.getObject(column)).text());
    }
    return cells;
  }

  private ObjectNode object(List<String> names, ObjectMapper mapper) throws SQLException {
    ObjectNode object = mapper.createObjectNode();
    for (int column = 0; column < names.size(); column++) {
      object.set(names.get(column), DuckDbValue.of(rows.getObject(column + 1)).json(mapper));
    }
    return object;
  }

  private <T> List<T> all(Reading<T> reading) throws SQLException {
    List<T> all = new ArrayList<>();
    while (rows.next()) {
      all.add(reading.row());
      QueryBounds.requireRows(all.size());
    }
    return all;
  }

  private static <T> T asked(Reading<T> reading) {
    try {
      return reading.row();
    } catch (SQLException e) {
      throw new UncheckedSqlException(e);
    }
  }
}
