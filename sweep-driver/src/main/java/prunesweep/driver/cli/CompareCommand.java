package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.driver.compare.Comparison;
import prunesweep.driver.published.Source;
import prunesweep.trainer.key.Suggestion;

/** {@code sweep compare}: what others published beside the results. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares every figure that a source prints with the results: theirs, the mean of ours with"
          + " its 95 %% interval by Student's t, the seeds, the difference and a verdict.",
      "Figures agree where they are no further apart than one in the last digit printed and, with"
          + " two seeds or more, than one run of theirs and the mean of ours would be in 95 of 100"
          + " cases if both came from the same (docs/reproduction.md)."
    })
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      completionCandidates = SourceNames.class,
      description = "Who printed them, one of: ${COMPLETION-CANDIDATES}.")
  private String source;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ComparisonFormat format;

  /** The names of the sources. */
  static final class SourceNames extends ArrayList<String> {

    private static final long serialVersionUID = 1;

    SourceNames() {
      super(names());
    }
  }

  private static List<String> names() {
    return Source.all().stream().map(Source::name).collect(Collectors.toList());
  }

  @Override
  public Integer call() {
    Source printed = Source.named(source).orElseThrow(this::unknown);
    Comparison comparison =
        QueryEngineName.of(results).over(results, asked -> Comparison.of(printed, asked));
    PrintWriter out = command.commandLine().getOut();
    out.print(format.render(comparison, ComparisonSummary.lines(comparison, results)));
    out.flush();
    return ExitCode.DONE;
  }

  private ParameterException unknown() {
    String hint =
        Suggestion.nearest(source, names()).map("; did you mean %s?"::formatted).orElse("");
    return new ParameterException(
        command.commandLine(),
        "Cannot compare: SOURCE must be one of %s, got '%s'%s"
            .formatted(String.join(", ", names()), source, hint));
  }
}
