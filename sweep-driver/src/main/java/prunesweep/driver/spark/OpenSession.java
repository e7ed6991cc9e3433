package prunesweep.driver.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.SparkSession;

/**
 * A session that stops Spark when it is closed.
 *
 * @param spark the session
 * @param scratch a folder of its own, deleted when it is closed
 */
public record OpenSession(SparkSession spark, Path scratch) implements AutoCloseable {

  @Override
  public void close() {
    spark.stop();
    delete(scratch);
  }

  /** Deletes a session's folder with what Spark has put there. */
  static void delete(Path scratch) {
    try {
      PathUtils.delete(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
