package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import prunesweep.driver.config.ConfigException;
import prunesweep.driver.spark.ClusterException;
import prunesweep.driver.sql.QueryException;
import prunesweep.driver.tables.TablesException;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.export.UnreadableNetworkException;
import prunesweep.trainer.key.SectionsException;
import prunesweep.trainer.key.Suggestion;
import prunesweep.trainer.score.ScorerException;

/** Problems of the user, one sentence each. */
final class Problem {

  private Problem() {}

  private static List<String> sentences(Exception failure) {
    if (failure instanceof ConfigException config) {
      return config.problems();
    }
    return List.of(String.valueOf(failure.getMessage()));
  }

  /** All that is said of {@code failure}, on one line. */
  static String line(Exception failure) {
    return Printable.sentence(String.join("; ", sentences(failure)));
  }

  /** The exit code after {@code failure}. */
  static int exitCode(Exception failure) {
    return isTheUsers(failure) ? ExitCode.PROBLEM : ExitCode.DEFECT;
  }

  private static boolean isTheUsers(Exception failure) {
    return failure instanceof ConfigException
        || failure instanceof DataException
        || failure instanceof TablesException
        || failure instanceof ClusterException
        || failure instanceof QueryException
        || failure instanceof ScorerException
        || failure instanceof SectionsException
        || failure instanceof UnreadableNetworkException
        || failure instanceof ParameterException;
  }

  /** Prints one sentence a problem; only a defect of the program has a stack trace, in the log. */
  static final class Handler implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    @Override
    public int handleExecutionException(
        Exception failure, CommandLine commandLine, ParseResult parsed) {
      PrintWriter err = commandLine.getErr();
      if (isTheUsers(failure)) {
        sentences(failure).stream().map(Printable::sentence).forEach(err::println);
        return ExitCode.PROBLEM;
      }
      LOG.error("A defect of Prunesweep", failure);
      err.println("This is a defect of Prunesweep, please report it: " + failure);
      return ExitCode.DEFECT;
    }
  }

  /** Prints what is wrong with the arguments and the nearest right one, in one line. */
  static final class UsageHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
      CommandLine commandLine = failure.getCommandLine();
      commandLine
          .getErr()
          .printf(
              "%s%s (see '%s --help')%n",
              Printable.sentence(String.valueOf(failure.getMessage())),
              suggestion(failure),
              commandLine.getCommandSpec().qualifiedName());
      return ExitCode.PROBLEM;
    }

    private static String suggestion(ParameterException failure) {
      return failure instanceof UnmatchedArgumentException unmatched
          ? Suggestion.nearest(unmatched.getUnmatched().get(0), choices(failure))
              .map("; did you mean %s?"::formatted)
              .orElse("")
          : "";
    }

    private static List<String> choices(ParameterException failure) {
      CommandSpec spec = failure.getCommandLine().getCommandSpec();
      return Stream.concat(
              spec.optionsMap().keySet().stream(), spec.subcommands().keySet().stream())
          .toList();
    }
  }
}
