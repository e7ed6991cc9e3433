package prunesweep.driver.cli;

import prunesweep.driver.sql.ToolScript;

/** Tools that tables and views can be brought into, by the names that {@code --init} takes. */
enum ToolName {
  /** DuckDB's own prompt. */
  duckdb {
    @Override
    String script(ToolScript results) {
      return results.duckDb();
    }
  },
  /** Spark SQL. */
  spark {
    @Override
    String script(ToolScript results) {
      return results.spark();
    }
  },
  /** Python with DuckDB. */
  python {
    @Override
    String script(ToolScript results) {
      return results.python();
    }
  },
  /** Trino with Hive's external tables. */
  trino {
    @Override
    String script(ToolScript results) {
      return results.trino();
    }
  };

  /** What its user pastes. */
  abstract String script(ToolScript results);
}
