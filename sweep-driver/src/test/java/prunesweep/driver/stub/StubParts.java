package prunesweep.driver.stub;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.key.Chosen;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Sections;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.scope.Scope;

/** Brings the parts of this package, where a thread's class loader says so. */
public final class StubParts implements Sections.Provider {

  private static final Map<Class<?>, Section<?>> SECTIONS =
      Map.of(
          Method.class, StubMethod.SECTION,
          Scope.class, StubScope.SECTION,
          Schedule.class, StubSchedule.SECTION);

  @Override
  public <S extends Chosen> List<Section<? extends S>> sections(Class<S> kind) {
    // The section of a kind is that of a record of the kind.
    @SuppressWarnings("unchecked")
    Optional<Section<? extends S>> section =
        Optional.ofNullable((Section<? extends S>) SECTIONS.get(kind));
    return section.stream().toList();
  }

  /** A class loader on which, unlike on that of other tests, the parts are found. */
  public static URLClassLoader loader(Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Scorer.class.getName()), StubScorer.class.getName());
    Files.writeString(
        services.resolve(Sections.Provider.class.getName()), StubParts.class.getName());
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, StubParts.class.getClassLoader());
  }
}
