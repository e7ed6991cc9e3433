package prunesweep.driver.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** How many trials can run at once: the cores of the executors that are there now. */
final class Slots extends SparkListener {

  private final Map<String, Integer> coresOfExecutor = new ConcurrentHashMap<>();

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    coresOfExecutor.put(added.executorId(), added.executorInfo().totalCores());
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    coresOfExecutor.remove(removed.executorId());
  }

  /** At least one, so that a job always waits for executors to come. */
  int count() {
    return Math.max(1, coresOfExecutor.values().stream().mapToInt(Integer::intValue).sum());
  }
}
