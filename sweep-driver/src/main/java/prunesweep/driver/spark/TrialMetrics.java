package prunesweep.driver.spark;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * Metrics of a run among those of Spark's driver, for every sink that Spark is configured with:
 * {@code trials.done} and {@code trials.failed}, counted from the start of this run.
 */
final class TrialMetrics implements Source, AutoCloseable {

  private final MetricRegistry registry = new MetricRegistry();
  private final Counter done = registry.counter("done");
  private final Counter failed = registry.counter("failed");
  private final MetricsSystem system;

  private TrialMetrics(MetricsSystem system) {
    this.system = system;
  }

  /** Metrics that the open session reports until they are closed. */
  static TrialMetrics registered() {
    TrialMetrics metrics = new TrialMetrics(SparkEnv.get().metricsSystem());
    metrics.system.registerSource(metrics);
    return metrics;
  }

  void count(List<TrialOutcome> outcomes) {
    outcomes.forEach(outcome -> (outcome instanceof TrialOutcome.Failed ? failed : done).inc());
  }

  @Override
  public String sourceName() {
    return "trials";
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }

  @Override
  public void close() {
    system.removeSource(this);
  }
}
