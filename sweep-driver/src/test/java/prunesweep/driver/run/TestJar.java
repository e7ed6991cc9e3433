package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import prunesweep.scorer.Scorer;

/** A stranger's project: sources, compiled against the public door alone, and the jar of them. */
public final class TestJar {

  /** The file that names the scorers of a jar. */
  public static final String SERVICE = "META-INF/services/" + Scorer.class.getName();

  private final Path sources;
  private final Path classes;

  /** An empty project in {@code folder}. */
  public TestJar(Path folder) {
    try {
      this.sources = Files.createDirectories(folder.resolve("sources"));
      this.classes = Files.createDirectories(folder.resolve("classes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This project with a class {@code name} of the package {@code mine}, compiled. */
  public TestJar with(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try {
      Path file = Files.writeString(sources.resolve(name + ".java"), source);
      List<String> options =
          List.of("-cp", door() + ":" + classes, "-d", classes.toString(), "-proc:none");
      boolean isGood;
      try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
        isGood =
            compiler
                .getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                .call();
      }
      assertThat(isGood).as(messages.toString()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The jar or folder that the public door comes from. */
  private static Path door() {
    try {
      return Path.of(Scorer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** This project with a file that names scorers. */
  public TestJar naming(String... scorers) {
    try {
      Path service = classes.resolve(SERVICE);
      Files.createDirectories(Objects.requireNonNull(service.getParent()));
      Files.write(service, List.of(scorers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The file of the class {@code name}. */
  public Path classFile(String name) {
    return classes.resolve("mine").resolve(name + ".class");
  }

  /** Writes the jar. */
  public Path jar(Path jar) {
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
