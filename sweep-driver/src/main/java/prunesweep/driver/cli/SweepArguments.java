package prunesweep.driver.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments that name a sweep: its config, what is changed of it, and what comes along. */
final class SweepArguments {

  @Parameters(index = "0", paramLabel = "CONF", description = "The sweep's config, in HOCON.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the config, e.g. --set sweep.seeds=[0,1,2].")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--jars",
      paramLabel = "JAR",
      split = ",",
      description = {
        "Jars with scores, methods, scopes or schedules of your own,",
        "e.g. --jars my-scorer.jar."
      })
  private List<Path> jars = new ArrayList<>();

  /** The sweep's config. */
  Path config() {
    return config;
  }

  /** Keys with the values that override the config's. */
  List<String> overrides() {
    return overrides;
  }

  /** Jars of the user's own. */
  List<Path> jars() {
    return jars;
  }
}
