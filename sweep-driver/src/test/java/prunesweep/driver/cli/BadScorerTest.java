package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.driver.run.TestJar;
import prunesweep.driver.tables.ResultRows;
import prunesweep.trainer.key.Sections;

/** Jars and scorers of the user's own that cannot be used. */
class BadScorerTest {

  private static final String GRID =
      """
      dataset.name = fashion-mnist-sample
      network.hidden = [12]
      training.max-epochs = 1
      grid = [{ method = one-shot, target = 0.5, score = [%s] }]
      """;

  private static final String GOOD = "public String name() { return \"good\"; }";
  private static final String SCORES =
      "public double[] scores(ScoredLayer layer) { return new double[layer.weights().length]; }";

  @TempDir Path directory;

  /**
   * Something that is wrong with what stands after {@code --jars}.
   *
   * @param what is wrong, for the name of the test
   * @param jars makes it in the directory of the test
   * @param sentence the sentence, in which $DIR stands for that directory
   */
  private record Bad(String what, Function<Path, String> jars, String sentence) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Bad bad(String what, Function<Path, String> jars, String sentence) {
    return new Bad(what, jars, sentence);
  }

  /** A scorer {@code mine.Bad} with these members. */
  private static Bad scorer(String what, String members, String sentence) {
    return bad(
        what,
        directory -> jar(directory, source("public class", "Bad", members), "mine.Bad"),
        sentence);
  }

  private static Bad type(String what, String source, String sentence) {
    return bad(what, directory -> jar(directory, source, "mine.Bad"), sentence);
  }

  private static String source(String kind, String name, String members) {
    return "package mine; import prunesweep.scorer.*; %s %s implements LayerScorer { %s }"
        .formatted(kind, name, members);
  }

  private static String jar(Path directory, String source, String... named) {
    return new TestJar(directory)
        .with("Bad", source)
        .naming(named)
        .jar(directory.resolve("bad.jar"))
        .toString();
  }

  private static String load(String reason) {
    return "Cannot load a scorer: each class named in META-INF/services/prunesweep.scorer.Scorer"
        + " must be one that can be made, got "
        + reason;
  }

  static Stream<Bad> jars() {
    return Stream.of(
        bad(
            "no such file",
            directory -> directory + "/none.jar",
            "Cannot load scorers: jars must be jar files, got $DIR/none.jar, which does not exist"),
        bad(
            "a folder",
            Path::toString,
            "Cannot load scorers: jars must be jar files, got $DIR, which is no file"),
        bad(
            "no jar",
            directory -> write(directory.resolve("text.jar"), "text"),
            "Cannot load scorers: jars must be jar files, got $DIR/text.jar (zip"),
        bad(
            "nothing that names a scorer",
            directory ->
                new TestJar(directory)
                    .with("Bad", "package mine; class Bad {}")
                    .jar(directory.resolve("bad.jar"))
                    .toString(),
            "Cannot load scorers: jars must be jars of which one has a file"
                + " META-INF/services/prunesweep.scorer.Scorer, got $DIR/bad.jar"),
        bad(
            "two jars of one name",
            directory -> directory + "/a/x.jar," + directory + "/b/x.jar",
            "Cannot load scorers: jars must be files that each have another name, got"
                + " $DIR/a/x.jar, $DIR/b/x.jar"),
        bad(
            "no such class",
            directory -> jar(directory, "package mine; class Bad {}", "mine.Other"),
            load("Provider mine.Other not found")),
        bad(
            "no such class of methods",
            BadScorerTest::withoutItsMethods,
            "Cannot load methods, scopes and schedules: each class named in META-INF/services/"
                + "prunesweep.trainer.key.Sections$Provider must be one that can be made, got"
                + " prunesweep.trainer.key.Sections$Provider: Provider mine.Methods not found"),
        bad("a newer class file", BadScorerTest::newer, load("mine/Bad has been compiled by a")),
        type("no scorer", "package mine; public class Bad {}", load("mine.Bad not a subtype")),
        type(
            "abstract",
            source("public abstract class", "Bad", ""),
            load("Provider mine.Bad could not be instantiated (java.lang.InstantiationException")),
        type(
            "no public constructor",
            source("public class", "Bad", GOOD + SCORES + "private Bad() {}"),
            load("mine.Bad Unable to get public no-arg constructor")),
        scorer(
            "a constructor that throws",
            GOOD + SCORES + "public Bad() { throw new IllegalStateException(\"no luck\"); }",
            load(
                "Provider mine.Bad could not be instantiated (java.lang.IllegalStateException: no"
                    + " luck)")),
        scorer(
            "no name",
            SCORES + "public String name() { return null; }",
            "Cannot load the scorer mine.Bad: name() must return a value, got null"),
        scorer(
            "a name that throws",
            SCORES + "public String name() { throw new AssertionError(\"none\"); }",
            "Cannot load the scorer mine.Bad: name() must return a value, got"
                + " java.lang.AssertionError: none in mine.Bad(Bad.java:1)"),
        scorer(
            "a name with letters that no name has",
            SCORES + "public String name() { return \"My Score\\n\"; }",
            "Cannot load the scorer mine.Bad: its name must be 1 to 64 lower-case letters, digits"
                + " and hyphens, got My Score\\n"),
        scorer(
            "the name of another",
            SCORES + "public String name() { return \"magnitude\"; }",
            "Cannot load the scorer mine.Bad: its name must be a name that no other score has, got"
                + " magnitude"),
        scorer(
            "no need",
            GOOD + SCORES + "public Need need() { return null; }",
            "Cannot load the scorer mine.Bad: need() must return a value, got null"),
        scorer(
            "version 0",
            GOOD + SCORES + "public int version() { return 0; }",
            "Cannot load the scorer mine.Bad: its version must be a whole number from 1, got 0"));
  }

  private static String withoutItsMethods(Path directory) {
    TestJar project =
        new TestJar(directory)
            .with("Bad", source("public class", "Bad", GOOD + SCORES))
            .naming("mine.Bad");
    write(
        directory.resolve("classes/META-INF/services/" + Sections.Provider.class.getName()),
        "mine.Methods");
    return project.jar(directory.resolve("bad.jar")).toString();
  }

  private static String newer(Path directory) {
    TestJar project =
        new TestJar(directory)
            .with("Bad", source("public class", "Bad", GOOD + SCORES))
            .naming("mine.Bad");
    try {
      byte[] bytes = Files.readAllBytes(project.classFile("Bad"));
      bytes[7] = 99;
      Files.write(project.classFile("Bad"), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return project.jar(directory.resolve("bad.jar")).toString();
  }

  private static String write(Path file, String text) {
    try {
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void areRefusedInOneSentence(Bad bad) throws IOException {
    String jars = bad.jars().apply(directory);
    Path config = Files.writeString(directory.resolve("x.conf"), GRID.formatted("magnitude"));
    String out = directory.resolve("out").toString();
    String sentence = bad.sentence().replace("$DIR", directory.toString());
    for (Said said :
        List.of(
            Said.by("plan", config.toString(), "--jars", jars),
            Said.by("run", config.toString(), "--jars", jars, "--out", out))) {
      assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).startsWith(sentence).hasLineCount(1);
    }
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void aScoreThatIsInNoJarIsRefusedByTheNamesThereAre() throws IOException {
    String jar = jar(directory, source("public class", "Bad", GOOD + SCORES), "mine.Bad");
    Path config = Files.writeString(directory.resolve("x.conf"), GRID.formatted("goof"));
    Said said = Said.by("plan", config.toString(), "--jars", jar);
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err())
        .contains("score must be neurons or", " or good, got \"goof\"; did you mean good?")
        .hasLineCount(1);
    assertThat(Said.by("plan", config.toString()).err()).doesNotContain("good");
  }

  /** Each scorer fails in its way; each trial is a failed one that says whose fault it is. */
  @Test
  void aScorerThatFailsInATrialIsAFailedRowThatNamesIt() throws IOException {
    Map<String, String> answers =
        Map.of(
            "throws", "throw new IllegalStateException(\"no luck\");",
            "lacks", "return new Lacking().scores();",
            "endless", "return scores(layer);",
            "asks", "layer.gradients(); return null;",
            "none", "return null;",
            "short", "return new double[3];",
            "nan", "double[] s = new double[layer.weights().length]; s[2] = 0.0 / 0; return s;");
    TestJar project =
        new TestJar(directory)
            .with("Lacking", "package mine; class Lacking { double[] scores() { return null; } }");
    answers.forEach(
        (name, body) ->
            project.with(
                "Of" + name,
                source(
                    "public class",
                    "Of" + name,
                    """
                    public String name() { return "%s"; }
                    public double[] scores(ScoredLayer layer) { %s }
                    """
                        .formatted(name, body))));
    Files.delete(project.classFile("Lacking"));
    String jar =
        project
            .naming(answers.keySet().stream().map("mine.Of"::concat).toArray(String[]::new))
            .jar(directory.resolve("failing.jar"))
            .toString();
    Path config =
        Files.writeString(
            directory.resolve("x.conf"), GRID.formatted(String.join(", ", answers.keySet())));
    Path out = directory.resolve("out");
    Said said =
        Said.by(
            "run",
            config.toString(),
            "--jars",
            jar,
            "--out",
            out.toString(),
            "--master",
            "local[2]");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.INCOMPLETE);
    List<Map<String, @Nullable Object>> trials = ResultRows.of(out, "trials");
    assertThat(trials)
        .hasSize(answers.size())
        .allSatisfy(trial -> assertThat(trial).containsEntry("failure_kind", "data"));
    Map<Object, Object> errors =
        trials.stream()
            .collect(Collectors.toMap(trial -> trial.get("score"), trial -> trial.get("error")));
    String threw = "Cannot score: score must be a scorer that gives scores, got %s, which threw %s";
    String gives = "score must be a scorer that gives %s";
    assertThat(errors)
        .containsEntry(
            "throws",
            threw.formatted(
                "throws",
                "java.lang.IllegalStateException: no luck in mine.Ofthrows(Ofthrows.java:2)"))
        .containsEntry(
            "lacks",
            threw.formatted(
                "lacks",
                "java.lang.NoClassDefFoundError: mine/Lacking in mine.Oflacks(Oflacks.java:2)"))
        .containsEntry(
            "endless",
            threw.formatted(
                "endless", "java.lang.StackOverflowError in mine.Ofendless(Ofendless.java:2)"))
        .containsEntry(
            "asks",
            threw.formatted(
                "asks",
                "java.lang.IllegalStateException: The scorer must say that it needs GRADIENTS in"
                    + " mine.Ofasks(Ofasks.java:2)"))
        .containsEntry("none", gives.formatted("one number a weight, 9408, got none with 0"))
        .containsEntry("short", gives.formatted("one number a weight, 9408, got short with 3"))
        .containsEntry("nan", gives.formatted("finite numbers, got nan with NaN"));
  }
}
