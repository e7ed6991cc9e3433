package prunesweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.driver.config.Conf;
import prunesweep.driver.config.ConfigException;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.InterruptedTrial;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.source.DatasetLoader;
import prunesweep.trainer.key.Chosen;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Named;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Versioned;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** What every method must answer: one that is not complete fails here. */
class EveryMethodTest {

  private static final String SAMPLE = "dataset.name = fashion-mnist-sample\n";

  /** Trained in a moment, and pruned on the way by whatever prunes. */
  private static final String SMALL =
      SAMPLE
          + """
          network.hidden = [16, 8]
          training { max-epochs = 4, learning-rate = 0.05 }
          activation { first-threshold = 0.1, cycles = 2, target = 0.5 }
          magnitude { every = 20, epochs = 1 }
          """;

  private static final Dataset SAMPLE_IMAGES =
      DatasetLoader.ofThisUser().load("fashion-mnist-sample", Optional.empty()).dataset();

  @TempDir Path directory;

  static List<String> methods() {
    return Methods.sections().stream().<String>map(Named::label).toList();
  }

  private TrialSpec trial(String config, String block) {
    return SweepPlanner.plan(Conf.of(directory, config + "grid = [{ " + block + " }]"), r -> "")
        .trials()
        .get(0)
        .spec();
  }

  private TrialSpec trial(String method) {
    return trial(SAMPLE, "method = " + method);
  }

  @Test
  void hasAWordOfItsOwn() {
    assertThat(methods()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isMadeOfTheDefaults(String method) {
    TrialSpec trial = trial(method);
    Section<? extends Method> section = trial.method().section();
    assertThat(methods()).contains(section.label());
    assertThat(trial.canonicalText().lines()).containsEntry("method", section.label());
    assertThat(SerializationUtils.roundtrip(trial)).isEqualTo(trial);
  }

  /** By the defaults, and with each choice of each key where it makes sense. */
  @ParameterizedTest
  @MethodSource("methods")
  void isMadeAgainByItsSection(String method) {
    List<TrialSpec> trials = new ArrayList<>(List.of(trial(method)));
    section(method).keys().forEach(key -> trials.addAll(choices(method, key)));
    assertThat(trials)
        .extracting(TrialSpec::method)
        .allSatisfy(record -> assertThat(again(record.section(), record)).isEqualTo(record));
  }

  private static Section<? extends Method> section(String method) {
    return Methods.sections().stream()
        .filter(section -> section.label().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private List<TrialSpec> choices(String method, Key<?> key) {
    return key.kind().choices().stream().flatMap(choice -> choice(method, key, choice)).toList();
  }

  private Stream<TrialSpec> choice(String method, Key<?> key, String choice) {
    try {
      String block = "method = %s, %s = %s".formatted(method, key.blockPath(), choice);
      return Stream.of(trial(SAMPLE, block));
    } catch (ConfigException refused) {
      return Stream.empty();
    }
  }

  private static <M extends Method> Method again(Section<M> section, Method method) {
    // A record's section is that of its own class.
    @SuppressWarnings("unchecked")
    M own = (M) method;
    return section.make(section.values(own));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void saysWhatItPrunes(String method) {
    Method record = trial(method).method();
    assertThat(record.target().isPresent()).isEqualTo(record.prunes());
    assertThat(record.sharedUntil()).isNotNull();
    assertThat(record.plannedPrunes(2).orElse(1)).isPositive();
    assertThat(record.parts())
        .extracting(Chosen.Part::versioned)
        .allSatisfy(part -> assertThat(part.version()).isPositive());
    assertThat(record.parts()).extracting(Chosen.Part::name).doesNotHaveDuplicates();
    assertThat(record).extracting(Versioned::version).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void runsToItsEnd(String method) {
    TrialSpec trial = trial(SMALL, "method = " + method);
    Completed outcome = (Completed) new TrialRunner().run(trial, SAMPLE_IMAGES);
    assertThat(outcome.evaluations()).isNotEmpty();
    assertThat(outcome.cycles().isEmpty()).isEqualTo(!trial.method().prunes());
    assertThat(outcome.summary().targetReached() == null).isEqualTo(!trial.method().prunes());
    assertThat(outcome.layers()).isNotEmpty();
  }

  /** Whatever a method remembers goes on with it: each epoch is trained by a run of its own. */
  @ParameterizedTest
  @MethodSource("methods")
  void goesOnAfterEveryEpochAsIfNothingHadHappened(String method) {
    TrialSpec trial = trial(SMALL, "method = " + method + retrained(method));
    List<byte[]> left = new ArrayList<>();
    Journal interrupting =
        (standing, state) -> {
          left.add(state.get());
          throw new CancellationException("Interrupted");
        };
    TrialRunner runner = new TrialRunner();
    Optional<TrialOutcome> interrupted = Optional.empty();
    while (interrupted.isEmpty()) {
      Optional<InterruptedTrial> from =
          left.isEmpty()
              ? Optional.empty()
              : Optional.of(InterruptedTrial.of(trial, left.get(left.size() - 1)));
      try {
        interrupted =
            Optional.of(runner.run(trial, SAMPLE_IMAGES, SharedStages.NONE, interrupting, from));
      } catch (CancellationException oneEpoch) {
        assertThat(left.size()).isLessThan(100);
      }
    }
    Completed undisturbed = (Completed) runner.run(trial, SAMPLE_IMAGES);
    assertThat(left).hasSameSizeAs(undisturbed.epochs());
    assertThat(repeatable(interrupted.get())).isEqualTo(repeatable(undisturbed));
  }

  private static String retrained(String method) {
    return section(method).isBaseline() ? "" : ", retraining = free";
  }

  /** Every figure to its last digit, but for what it cost. */
  private static String repeatable(TrialOutcome outcome) {
    return outcome.toString().replaceAll("(seconds|bytes)=[^,\\]]+", "");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isExplainedInTheReference(String method) throws IOException {
    String reference = reference();
    String words = reference.replaceAll("\\s+#\\s+", " ");
    String named = words.replaceFirst("(?s).* method \\(([^)]*)\\) must be.*", "$1");
    assertThat(named.split(",\\s*|\\s+or\\s+")).contains(method);
    Config defaults = ConfigFactory.parseString(reference);
    for (Key<?> key : section(method).keys()) {
      if (!key.isDerived()) {
        assertThat(defaults.hasPath(key.path())).as(key.path()).isTrue();
        assertThat(words).containsPattern("[ ,]" + key.blockPath() + "[ ,]");
      }
    }
  }

  private static String reference() throws IOException {
    try (InputStream bytes =
        EveryMethodTest.class.getResourceAsStream("/prunesweep-reference.conf")) {
      return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
