package prunesweep.driver.spark;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.plugin.DriverPlugin;
import org.jspecify.annotations.Nullable;

/** The driver's end of the way of messages. Spark makes it, so who hears is told to all of them. */
final class DriverEnd implements DriverPlugin {

  private static final AtomicReference<@Nullable Reception> RECEPTION = new AtomicReference<>();

  /** Lets {@code reception} hear from now on. */
  static void open(Reception reception) {
    RECEPTION.set(reception);
  }

  /** Ends that. */
  static void close(Reception reception) {
    RECEPTION.compareAndSet(reception, null);
  }

  /** The one that hears, if any does. */
  static @Nullable Reception reception() {
    return RECEPTION.get();
  }

  @Override
  public Object receive(Object message) {
    Reception reception = RECEPTION.get();
    return reception == null ? Reception.NO_STATE : reception.receive((Message) message);
  }
}
