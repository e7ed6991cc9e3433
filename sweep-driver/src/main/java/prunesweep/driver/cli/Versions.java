package prunesweep.driver.cli;

import picocli.CommandLine.IVersionProvider;
import prunesweep.driver.run.Provenances;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"prunesweep " + Provenances.prunesweepVersion()};
  }
}
