package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.SmallSweep;

/** What a run tells programs: a line an event, and a command at its end. */
class RunJsonTest {

  private static final String ONE_DIVERGES =
      SmallSweep.TEN_TRIALS
          + """
          sweep.seeds = [0]
          training.max-epochs = 1
          grid = [{ method = dense, training.learning-rate = [1e30, 0.05] }]
          """;

  @TempDir Path directory;

  private Said run(String config, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", SmallSweep.write(directory, config).toString()));
    arguments.addAll(List.of("--master", "local[1]", "--out", directory + "/out"));
    arguments.addAll(List.of(more));
    return Said.by(arguments.toArray(String[]::new));
  }

  private static List<JsonNode> events(Said said) throws JsonProcessingException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : said.out().lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }

  private static List<JsonNode> named(String name, List<JsonNode> events) {
    return events.stream().filter(event -> event.path("event").asText().equals(name)).toList();
  }

  @Test
  void isALineAnEventAndACommandAtTheEnd() throws IOException {
    Path told = directory.resolve("told");
    String command = "echo $SWEEP_HOW $SWEEP_EXIT_CODE $SWEEP_DONE of $SWEEP_PLANNED > '%s'";
    Said said = run(ONE_DIVERGES, "--json", "--notify", command.formatted(told));

    assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said.err()).isEmpty();
    List<JsonNode> events = events(said);
    assertThat(named("started", events))
        .singleElement()
        .satisfies(event -> assertThat(event.path("planned").asInt()).isEqualTo(2));
    assertThat(named("progress", events)).isNotEmpty();
    assertThat(named("finished", events))
        .singleElement()
        .satisfies(event -> assertThat(event.path("test_accuracy").asDouble()).isBetween(0.1, 1.0));
    assertThat(named("failed", events))
        .singleElement()
        .satisfies(event -> assertThat(event.path("kind").asText()).isEqualTo("diverged"));
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("event").asText()).isEqualTo("ended");
    assertThat(last.path("how").asText()).isEqualTo("incomplete");
    assertThat(last.path("exit_code").asInt()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(Files.readString(told)).isEqualTo("incomplete 3 1 of 2\n");
  }

  @Test
  void tellsOfARunThatCouldNotBegin() throws IOException {
    Path told = directory.resolve("told");
    String command = "echo $SWEEP_HOW $SWEEP_EXIT_CODE > '%s'; exit 7".formatted(told);
    Said said = run("grid = [{ method = nonsense }]", "--json", "--notify", command);

    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    JsonNode last = events(said).get(0);
    assertThat(last.path("how").asText()).isEqualTo("problem");
    assertThat(last.path("message").asText()).contains("nonsense");
    assertThat(said.err())
        .contains("The command of --notify ended with exit code 7", "nonsense")
        .doesNotContain("Exception");
    assertThat(Files.readString(told)).isEqualTo("problem 2\n");
  }
}
