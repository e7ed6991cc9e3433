package prunesweep.driver.spark;

/** What a trial's failure does to the sweep. */
public enum FailurePolicy {
  /** The other trials run on. */
  GO_ON,
  /** The running trials are cancelled and no more are submitted. */
  STOP
}
