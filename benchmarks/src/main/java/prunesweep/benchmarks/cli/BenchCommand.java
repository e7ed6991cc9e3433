package prunesweep.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import prunesweep.benchmarks.contest.Contest;
import prunesweep.benchmarks.contest.ContestOptions;
import prunesweep.benchmarks.contest.DataChoice;
import prunesweep.driver.cli.ExitCode;

/** {@code sweep bench}: this engine beside its peers. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Times a training step of this engine, Deeplearning4j and PyTorch side by side.",
      "Each runs in a process of its own on one thread; all take turns, round by round."
    })
final class BenchCommand implements Callable<Integer> {

  private static final int MOST_ROUNDS = 1000;
  private static final int MOST_STEPS = 20_000;

  @Spec private CommandSpec command;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "Turns of each contestant (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "200",
      description = "Training steps of a turn (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--data",
      paramLabel = "NAME[=DIR]",
      description = {
        "Data set, and where its files are; more than one may be given.",
        "All train on the first, this engine on each (default: fashion-mnist, and mnist if found)."
      })
  private List<String> data = new ArrayList<>();

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      defaultValue = "/usr/bin/python3",
      description = "The Python that has PyTorch (default: ${DEFAULT-VALUE}).")
  private String python;

  @Option(names = "--without-torch", description = "Leaves PyTorch out.")
  private boolean withoutTorch;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the figures to FILE too, as its name ends: .json or .csv.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    requireBetween("--rounds", rounds, MOST_ROUNDS);
    requireBetween("--steps", steps, MOST_STEPS);
    Optional<ReportFile> file = Optional.ofNullable(out).map(ReportFile::at);
    ContestOptions options =
        new ContestOptions(
            choices(), rounds, steps, withoutTorch ? Optional.empty() : Optional.of(python));
    String load = Machine.load();
    Report report = Report.of(options, load, Contest.run(options, this::tell));
    ReportText.print(report, command.commandLine().getOut());
    file.ifPresent(target -> target.write(report));
    return ExitCode.DONE;
  }

  private void tell(String progress) {
    PrintWriter err = command.commandLine().getErr();
    err.println(progress);
    err.flush();
  }

  private void requireBetween(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(option, "from 1 to %d".formatted(most), value);
    }
  }

  private ParameterException wrong(String option, String rule, Object got) {
    return new ParameterException(
        command.commandLine(),
        "Cannot measure: %s must be %s, got %s".formatted(option, rule, got));
  }

  private List<DataChoice> choices() {
    List<DataChoice> choices = data.stream().map(DataChoice::parse).toList();
    Set<String> names = new HashSet<>();
    for (DataChoice choice : choices) {
      if (!names.add(choice.name())) {
        throw wrong("--data", "different data sets", choice.name() + " twice");
      }
    }
    return choices.isEmpty() ? DataChoice.usual() : choices;
  }
}
