package prunesweep.driver.spark;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.WorkId;

/**
 * An executor's end of the way of messages. When the executor is told to go, the tasks that run are
 * asked for a last state, at the end of their epoch.
 */
final class ExecutorEnd implements ExecutorPlugin {

  private static final Logger LOG = LoggerFactory.getLogger(ExecutorEnd.class);

  /** Before Spark's own, which ends what runs. */
  private static final int PRIORITY = 100;

  /** A standalone worker gives an executor ten seconds, Kubernetes thirty. */
  private static final int FAREWELL_MILLIS = 7_000;

  private static final int POLL_MILLIS = 20;

  /** Spark makes one and says nowhere which; a driver's own JVM may have several in turn. */
  private static volatile @Nullable ExecutorEnd current;

  private static volatile boolean isLeaving;

  private final Set<TaskJournal> journals = ConcurrentHashMap.newKeySet();
  private @Nullable PluginContext context;
  private final Runnable farewell = this::farewell;

  /** That of this virtual machine; empty where the plugin is not loaded. */
  static Optional<ExecutorEnd> current() {
    return Optional.ofNullable(current);
  }

  /** Whether this virtual machine is about to end. */
  static boolean isLeaving() {
    return isLeaving;
  }

  @Override
  public void init(PluginContext plugin, Map<String, String> settings) {
    context = plugin;
    current = this;
    ShutdownHookManager.get().addShutdownHook(farewell, PRIORITY);
  }

  @Override
  public void shutdown() {
    ShutdownHookManager hooks = ShutdownHookManager.get();
    if (!hooks.isShutdownInProgress()) {
      hooks.removeShutdownHook(farewell);
    }
    if (current == this) {
      current = null;
    }
  }

  /** Tells the driver that a task begins; returns the state to go on from. */
  Optional<byte[]> begin(WorkId work) {
    PluginContext plugin = context;
    if (plugin == null) {
      return Optional.empty();
    }
    try {
      Object answer = plugin.ask(new Message.Begun(work, host(), plugin.executorID()));
      return answer instanceof byte[] state && state.length > 0
          ? Optional.of(state)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Exception e) {
      LOG.warn("The driver does not say where {} goes on, so it begins anew", work, e);
      return Optional.empty();
    }
  }

  /** The plugin's context does not know it on an executor. */
  private static String host() {
    return SparkEnv.get().blockManager().blockManagerId().host();
  }

  /** Tells the driver; does not wait, unless this virtual machine is about to end. */
  void tell(Message message) {
    PluginContext plugin = context;
    if (plugin == null) {
      return;
    }
    try {
      if (isLeaving) {
        plugin.ask(message);
      } else {
        plugin.send(message);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The driver does not hear of {}", message.work(), e);
    } catch (Exception e) {
      LOG.warn("The driver does not answer to {}", message.work(), e);
    }
  }

  void add(TaskJournal journal) {
    journals.add(journal);
  }

  void remove(TaskJournal journal) {
    journals.remove(journal);
  }

  private void farewell() {
    isLeaving = true;
    long deadline = System.nanoTime() + FAREWELL_MILLIS * 1_000_000L;
    try {
      while (isAwaited() && System.nanoTime() < deadline) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a task has not left its last state, or the driver in this JVM has not kept one. */
  private boolean isAwaited() {
    Reception reception = DriverEnd.reception();
    return journals.stream().anyMatch(TaskJournal::isAwaited)
        || (reception != null && !reception.isEmpty());
  }
}
