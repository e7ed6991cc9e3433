package prunesweep.driver.tables;

/** Made-up trials for tests of other packages. */
public final class SampleTrials {

  private SampleTrials() {}

  /** A trial that is done, with a row in every table; its heat map is of 5 inputs and 2 units. */
  public static TrialRow done(int number) {
    return Samples.done(number);
  }

  /** A trial that failed. */
  public static TrialRow failed(int number) {
    return Samples.failed(number);
  }
}
