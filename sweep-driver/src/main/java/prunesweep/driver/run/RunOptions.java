package prunesweep.driver.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import prunesweep.driver.spark.FailurePolicy;

/**
 * The options of a run.
 *
 * @param config the file that describes it
 * @param overrides {@code key=value} each, over the file
 * @param jars with scorers of the user's own, and what these need
 * @param out folder of the results
 * @param master master URL of Spark; empty for what a submitter set
 * @param failurePolicy what a trial's failure does to the others
 * @param retryPolicy which finished trials are run again
 */
public record RunOptions(
    Path config,
    List<String> overrides,
    List<Path> jars,
    Path out,
    Optional<String> master,
    FailurePolicy failurePolicy,
    RetryPolicy retryPolicy) {

  public RunOptions {
    overrides = List.copyOf(overrides);
    jars = List.copyOf(jars);
  }
}
