package prunesweep.trainer.key;

import java.util.ArrayList;
import java.util.List;
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

  private static final Services<Provider, List<Provider>> FOUND =
      new Services<>(Provider.class, List::copyOf, Sections::unmakeable);

  private Sections() {}

  /**
   * {@code own}, and what is found of the same kind.
   *
   * @throws SectionsException if a provider that is found cannot be used
   */
  public static <S extends Chosen> List<Section<? extends S>> with(
      List<Section<? extends S>> own, Class<S> kind) {
    List<Section<? extends S>> all = new ArrayList<>(own);
    FOUND.get().forEach(provider -> all.addAll(brought(provider, kind)));
    return List.copyOf(all);
  }

  /** The answer to {@code question} where nothing is found but what comes along. */
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

  private static SectionsException unmakeable(Throwable failure) {
    return new SectionsException(
        "Cannot load methods, scopes and schedules: each class named in META-INF/services/%s must"
                .formatted(Provider.class.getName())
            + " be one that can be made, got "
            + failure.getMessage(),
        failure);
  }
}
