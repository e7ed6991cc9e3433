package prunesweep.driver.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.tables.Provenance;
import prunesweep.driver.tables.SourceTree;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.LocalMachine;
import prunesweep.trainer.machine.OpenBlas;

/**
 * Provenance of results: the machine and the versions that this program runs with; versions are
 * written into it when it is built.
 */
public final class Provenances {

  private static final String BUILD = "/prunesweep/build.properties";
  private static final Properties PROPERTIES = properties();

  private Provenances() {}

  /** The version of this program. */
  public static String prunesweepVersion() {
    return PROPERTIES.getProperty("version");
  }

  /** The version of Deeplearning4j and ND4J. */
  public static String dl4jVersion() {
    return PROPERTIES.getProperty("dl4j");
  }

  /** For a run on {@code master} that asks for the kernels of {@code core}; loads OpenBLAS. */
  static Provenance of(String master, BlasCore core) {
    return new Provenance(
        prunesweepVersion(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Sessions.sparkVersion(),
        dl4jVersion(),
        OpenBlas.inUse().version(),
        core.label(),
        LocalMachine.describe(),
        gitCommit(),
        master);
  }

  /**
   * The commit of the source tree; null outside one. The launcher asks Git at each start: a build
   * does not know what was changed after it.
   */
  public static @Nullable String gitCommit() {
    String commit = System.getProperty("prunesweep.git.commit", "");
    return commit.isEmpty() ? null : commit;
  }

  /** The source tree that this program was built from; empty outside one. */
  static Optional<SourceTree> sourceTree() {
    return SourceTree.described(Objects.requireNonNullElse(gitCommit(), ""));
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream stream = Provenances.class.getResourceAsStream(BUILD)) {
      properties.load(stream);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
