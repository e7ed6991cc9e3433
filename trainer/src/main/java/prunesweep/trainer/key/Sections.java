package prunesweep.trainer.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sections that Java's ServiceLoader finds where the thread loads its classes from: methods, scopes
 * and schedules that do not come along.
 */
public final class Sections {

  /** Brings sections. */
  public interface Provider {
    /** Sections of records that implement {@code kind}; none where it brings none of that kind. */
    <S extends Chosen> List<Section<? extends S>> sections(Class<S> kind);
  }

  private static final Map<ClassLoader, List<Provider>> FOUND = new WeakHashMap<>();

  private Sections() {}

  /** {@code own}, and what is found of the same kind. */
  public static <S extends Chosen> List<Section<? extends S>> with(
      List<Section<? extends S>> own, Class<S> kind) {
    List<Section<? extends S>> all = new ArrayList<>(own);
    providers().forEach(provider -> all.addAll(provider.sections(kind)));
    return List.copyOf(all);
  }

  /** What {@code question} answers where nothing is found but what comes along. */
  public static <T> T ofTheProgram(Supplier<T> question) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Sections.class.getClassLoader());
    try {
      return question.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static synchronized List<Provider> providers() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    List<Provider> found = FOUND.get(loader);
    if (found == null) {
      try (Stream<ServiceLoader.Provider<Provider>> providers =
          ServiceLoader.load(Provider.class, loader).stream()) {
        found = providers.map(ServiceLoader.Provider::get).toList();
      }
      FOUND.put(loader, found);
    }
    return found;
  }
}
