package prunesweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.driver.tables.TrialHeatMaps;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.spec.TrialId;

/** {@code sweep heatmaps}: draws which weights of a trial are not zero. */
@Command(
    name = "heatmaps",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the heat maps of a trial, one PNG a hidden layer and stage: a pixel a weight, a row an"
          + " input, a column a unit, black where the weight is not 0.",
      "Of the first layer of square images each unit is an image of its own.",
      "The trial must have kept them: analyses = [heat-maps] in its sweep."
    })
final class HeatMapsCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the results.")
  private Path results;

  @Option(
      names = "--trial",
      paramLabel = "ID",
      required = true,
      description = "The trial, as in the column trial_id.")
  private String trial;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the pictures go; made if need be, and no file there is replaced.")
  private Path folder;

  @Override
  public Integer call() {
    List<HeatMapResult> maps = TrialHeatMaps.of(results, trialId());
    if (maps.isEmpty()) {
      throw refuse("--trial must be a trial with heat maps in " + results, trial);
    }
    maps.forEach(this::requireFree);
    maps.forEach(this::draw);
    PrintWriter out = command.commandLine().getOut();
    out.printf("Pictures in %s: %d%n", Printable.line(folder.toString()), maps.size());
    out.flush();
    return ExitCode.DONE;
  }

  private TrialId trialId() {
    try {
      return new TrialId(trial);
    } catch (InvalidSpecException e) {
      throw refuse("--trial must be " + e.rule(), trial);
    }
  }

  private Path file(HeatMapResult map) {
    return folder.resolve("%s-%s-layer%d.png".formatted(trial, map.stage(), map.layer()));
  }

  private void requireFree(HeatMapResult map) {
    if (Files.exists(file(map))) {
      throw refuse("--to must be a folder without " + file(map).getFileName(), folder);
    }
  }

  private void draw(HeatMapResult map) {
    try {
      Files.createDirectories(folder);
      HeatMapPicture.write(map, file(map));
    } catch (IOException e) {
      throw refuse("--to must be a folder that can be written", folder);
    }
  }

  private ParameterException refuse(String rule, Object value) {
    return new ParameterException(
        command.commandLine(), "Cannot draw heat maps: %s, got %s".formatted(rule, value));
  }
}
