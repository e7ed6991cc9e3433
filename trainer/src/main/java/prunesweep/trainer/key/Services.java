package prunesweep.trainer.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * Services that Java's ServiceLoader finds where the asking thread loads its classes from, looked
 * for once a class loader.
 *
 * @param <S> the service
 * @param <T> what is made of all that is found
 */
public final class Services<S, T> {

  private final Class<S> service;
  private final Function<List<S>, T> maker;
  private final Function<Throwable, RuntimeException> refusal;
  private final Map<ClassLoader, T> found = new WeakHashMap<>();

  /**
   * Those that implement {@code service}.
   *
   * @param refusal what is thrown where a class that a jar names cannot be loaded or made
   */
  public Services(
      Class<S> service, Function<List<S>, T> maker, Function<Throwable, RuntimeException> refusal) {
    this.service = service;
    this.maker = maker;
    this.refusal = refusal;
  }

  /** The thing made of those of this thread's class loader. */
  public synchronized T get() {
    return found.computeIfAbsent(
        Thread.currentThread().getContextClassLoader(), loader -> maker.apply(loaded(loader)));
  }

  private List<S> loaded(ClassLoader loader) {
    List<S> instances = new ArrayList<>();
    try {
      ServiceLoader.load(service, loader).forEach(instances::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw refusal.apply(e);
    }
    return instances;
  }
}
