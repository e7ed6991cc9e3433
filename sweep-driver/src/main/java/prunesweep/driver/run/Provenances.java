package prunesweep.driver.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.tables.Provenance;

/** What this program runs on and with; versions are written into it when it is built. */
public final class Provenances {

  private static final String BUILD = "/prunesweep/build.properties";
  private static final Properties PROPERTIES = properties();

  private Provenances() {}

  /** The version of this program. */
  public static String prunesweepVersion() {
    return PROPERTIES.getProperty("version");
  }

  static Provenance of(String master) {
    return new Provenance(
        prunesweepVersion(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Sessions.sparkVersion(),
        PROPERTIES.getProperty("dl4j"),
        PROPERTIES.getProperty("openblas"),
        blasKernel(),
        gitCommit(),
        master);
  }

  /** Without a pinned kernel OpenBLAS takes the best for each host's processor. */
  private static String blasKernel() {
    return System.getenv().getOrDefault("OPENBLAS_CORETYPE", "automatic");
  }

  /** The launcher asks Git at each start: a build does not know what was changed after it. */
  private static @Nullable String gitCommit() {
    String commit = System.getProperty("prunesweep.git.commit", "");
    return commit.isEmpty() ? null : commit;
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
