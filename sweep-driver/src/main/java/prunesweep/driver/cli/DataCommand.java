package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.trainer.data.fetch.DatasetFetcher;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.DatasetLocator;
import prunesweep.trainer.data.source.KnownDataset;

/** {@code sweep data}: what data sets there are, and getting them. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Lists and fetches data sets.",
    subcommands = {DataCommand.ListCommand.class, DataCommand.FetchCommand.class})
final class DataCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    throw new ParameterException(command.commandLine(), "Missing command: list or fetch NAME");
  }

  /** {@code sweep data list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the known data sets and where each was found.")
  static final class ListCommand implements Callable<Integer> {

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
      PrintWriter out = command.commandLine().getOut();
      TextTable.print(
          List.of("name", "train file", "test file", "licence", "where"),
          DatasetCatalogue.published().entries().stream().map(ListCommand::row).toList(),
          out);
      return ExitCode.DONE;
    }

    private static List<String> row(KnownDataset known) {
      return List.of(
          known.name(),
          Integer.toString(known.trainImages()),
          Integer.toString(known.testImages()),
          known.licence(),
          DatasetLocator.ofThisUser()
              .whereabouts(known)
              .orElse("not here; sweep data fetch " + known.name()));
    }
  }

  /** {@code sweep data fetch}. */
  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description = "Fetches a data set into the user's cache and checks what came.")
  static final class FetchCommand implements Callable<Integer> {

    @Spec private CommandSpec command;

    @Parameters(index = "0", paramLabel = "NAME", description = "A name of 'sweep data list'.")
    private String name;

    @Override
    public Integer call() {
      FetchProgress progress = new FetchProgress(command.commandLine().getErr()::println);
      String outcome = DatasetFetcher.ofThisUser().fetch(name, progress).sentence();
      command.commandLine().getOut().println(Printable.sentence(outcome));
      return ExitCode.DONE;
    }
  }
}
