package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.TestJar;
import prunesweep.trainer.key.Sections;

/** A jar that brings a scope and no score. */
class SectionsJarTest {

  private static final String PARTS =
      """
      package mine;

      import java.util.List;
      import prunesweep.trainer.key.*;
      import prunesweep.trainer.scope.*;

      public final class Parts implements Sections.Provider {
        public record Whole() implements Scope {
          static final Section<Whole> SECTION = Section.of("whole", values -> new Whole());

          public Section<Whole> section() {
            return SECTION;
          }

          public List<Cut> cuts(int prune, Amounts amounts, Population population) {
            return new Global().cuts(prune, amounts, population);
          }
        }

        @SuppressWarnings("unchecked")
        public <S extends Chosen> List<Section<? extends S>> sections(Class<S> kind) {
          return kind == Scope.class
              ? List.of((Section<? extends S>) (Section<?>) Whole.SECTION)
              : List.of();
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void isTakenLikeOneThatBringsAScore() throws IOException {
    TestJar project = new TestJar(directory).with("Parts", PARTS);
    Path services = Files.createDirectories(directory.resolve("classes/META-INF/services"));
    Files.writeString(services.resolve(Sections.Provider.class.getName()), "mine.Parts");
    Path jar = project.jar(directory.resolve("parts.jar"));
    Path config =
        Files.writeString(
            directory.resolve("whole.conf"),
            """
            dataset.name = fashion-mnist-sample
            network.hidden = [12]
            training.max-epochs = 1
            grid = [{ method = one-shot, target = 0.5, score = magnitude, scope = whole }]
            """);

    Said planned = Said.by("plan", config.toString(), "--jars", jar.toString());
    assertThat(planned.err()).isEmpty();
    assertThat(planned.code()).isEqualTo(ExitCode.DONE);
    assertThat(planned.out()).contains("whole").contains("1 trial" + System.lineSeparator());

    Said refused = Said.by("plan", config.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(refused.err()).contains("scope must be");
  }
}
