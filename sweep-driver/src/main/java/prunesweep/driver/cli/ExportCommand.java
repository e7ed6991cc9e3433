package prunesweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.trainer.export.CompactNetwork;
import prunesweep.trainer.export.TrainedNetwork;

/** {@code sweep export}: makes a file of a network that a trial has kept. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a file of a trial's network, for ONNX, NumPy or Deeplearning4j.",
      "Raw data go in: the file has the normalisation and the names of the classes.",
      "The trial must have kept its network: keep = [pruned] in its sweep."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "TRIAL",
      description = "The trial's id, as in the column trial_id, or the start of one.")
  private String trial;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "The stage, as in the table kept_networks (default: the last one kept).")
  private @Nullable String stage;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private NetworkFormatName format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The file; none is replaced.")
  private Path file;

  @Option(
      names = "--compact",
      description = "Leaves out units and inputs that are dead: a smaller network, same outputs.")
  private boolean compact;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Override
  public Integer call() {
    if (Files.exists(file)) {
      throw refuse("-o must be a new file, got " + file);
    }
    try {
      KeptTrial kept = KeptTrial.of(results, trial);
      TrainedNetwork network = kept.network(Optional.ofNullable(stage));
      write(kept, network, compact ? CompactNetwork.of(network) : network);
    } catch (KeptTrial.Refusal e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }

  private void write(KeptTrial kept, TrainedNetwork whole, TrainedNetwork network) {
    long bytes;
    try {
      bytes = WholeFile.write(file, part -> format.write(network, part));
    } catch (IOException e) {
      throw refuse("-o must be a file that can be written, got " + file);
    }
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: trial %s, stage %s, %s, %,d weights, %,d bytes%n",
        Printable.line(file.toString()),
        kept.id(),
        stage == null ? kept.lastStage() : stage,
        network.spec().label(),
        network.parameters().weights(),
        bytes);
    if (compact) {
      out.println(NetworkSpeed.comparison(whole, network));
    }
    out.flush();
  }

  private ParameterException refuse(String sentence) {
    return new ParameterException(
        command.commandLine(), "Cannot export the network: %s".formatted(sentence));
  }
}
