package prunesweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.trainer.data.LabelledRows;
import prunesweep.trainer.export.Classifier;
import prunesweep.trainer.export.Confusion;

/** {@code sweep predict}: asks a network in a file about data. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a network that 'sweep export' has written about labelled data.",
      "Prints its accuracy, the figures of each class and which classes it takes for which."
    })
final class PredictCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "FILE", description = "The network: ONNX, npz or DL4J.")
  private Path file;

  @Mixin private final PredictData data = new PredictData();

  @Override
  public Integer call() {
    try (Classifier network = network()) {
      LabelledRows rows = data.read(network.classNames(), this::refuse);
      if (rows.rows().inputs() != network.inputs()) {
        throw refuse(
            "--data must be rows of %d numbers, got rows of %d"
                .formatted(network.inputs(), rows.rows().inputs()));
      }
      print(network.classNames(), Confusion.of(network, rows));
    }
    return ExitCode.DONE;
  }

  private Classifier network() {
    if (!Files.isRegularFile(file)) {
      throw refuse("FILE must be a file, got " + file);
    }
    try {
      return NetworkFormatName.of(file).read(file);
    } catch (IOException e) {
      throw refuse("FILE must be a file that can be read, got " + file);
    }
  }

  private void print(List<String> classes, Confusion confusion) {
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        Locale.ROOT, "Accuracy: %.4f of %,d rows%n%n", confusion.accuracy(), confusion.rows());
    TextTable.print(
        List.of("class", "name", "rows", "precision", "recall"),
        IntStream.range(0, classes.size())
            .mapToObj(label -> figures(label, classes.get(label), confusion))
            .toList(),
        out);
    out.printf("%nRows by their class (down) and by the class they are taken for:%n%n");
    List<String> columns = new ArrayList<>(List.of("class"));
    IntStream.range(0, classes.size()).forEach(label -> columns.add(Integer.toString(label)));
    TextTable.print(
        columns,
        IntStream.range(0, classes.size()).mapToObj(label -> counts(label, confusion)).toList(),
        out);
  }

  private static List<String> figures(int label, String name, Confusion confusion) {
    return List.of(
        Integer.toString(label),
        name,
        Integer.toString(confusion.rowsOf(label)),
        share(confusion.precision(label)),
        share(confusion.recall(label)));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.4f", share);
  }

  private static List<String> counts(int label, Confusion confusion) {
    List<String> row = new ArrayList<>(List.of(Integer.toString(label)));
    for (int count : confusion.counts()[label]) {
      row.add(Integer.toString(count));
    }
    return row;
  }

  private ParameterException refuse(String sentence) {
    return new ParameterException(
        command.commandLine(), "Cannot ask the network: %s".formatted(sentence));
  }
}
