package prunesweep.trainer.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.function.Supplier;

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

  /**
   * {@code own}, and what is found of the same kind.
   *
   * @throws SectionsException if a provider that is found cannot be used
   */
  public static <S extends Chosen> List<Section<? extends S>> with(
      List<Section<? extends S>> own, Class<S> kind) {
    List<Section<? extends S>> all = new ArrayList<>(own);
    providers().forEach(provider -> all.addAll(brought(provider, kind)));
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

  private static <S extends Chosen> List<Section<? extends S>> brought(
      Provider provider, Class<S> kind) {
    try {
      return List.copyOf(provider.sections(kind));
    } catch (RuntimeException | LinkageError e) {
      throw new SectionsException(
          "Cannot load methods, scopes and schedules: %s must bring a list of sections, got %s"
              .formatted(provider.getClass().getName(), e),
          e);
    }
  }

  private static synchronized List<Provider> providers() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    List<Provider> found = FOUND.get(loader);
    if (found == null) {
      found = loaded(loader);
      FOUND.put(loader, found);
    }
    return found;
  }

  private static List<Provider> loaded(ClassLoader loader) {
    List<Provider> providers = new ArrayList<>();
    try {
      ServiceLoader.load(Provider.class, loader).forEach(providers::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new SectionsException(
          "Cannot load methods, scopes and schedules: each class named in META-INF/services/%s must"
                  .formatted(Provider.class.getName())
              + " be one that can be made, got "
              + e.getMessage(),
          e);
    }
    return List.copyOf(providers);
  }
}
