package prunesweep.driver.spark;

import org.apache.spark.sql.SparkSession;

/**
 * A session that stops Spark when it is closed.
 *
 * @param spark the session
 */
public record OpenSession(SparkSession spark) implements AutoCloseable {

  @Override
  public void close() {
    spark.stop();
  }
}
