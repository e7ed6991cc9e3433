package prunesweep.driver.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.OptionConverters;

/**
 * A session that stops Spark when it is closed.
 *
 * @param spark the session
 * @param scratch a folder of its own, deleted when it is closed
 */
public record OpenSession(SparkSession spark, Path scratch) implements AutoCloseable {

  /** The address of Spark's web pages; empty where they are switched off. */
  public Optional<String> webInterface() {
    return OptionConverters.toJava(spark.sparkContext().uiWebUrl());
  }

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
