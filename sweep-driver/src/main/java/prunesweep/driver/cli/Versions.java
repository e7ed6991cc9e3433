package prunesweep.driver.cli;

import picocli.CommandLine.IVersionProvider;
import prunesweep.driver.run.Provenances;

/** Answer to {@code --version}. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"prunesweep " + Provenances.prunesweepVersion()};
  }
}
