package prunesweep.driver.spark;

/** Effect of a trial's failure on the sweep. */
public enum FailurePolicy {
  /** The other trials run on. */
  GO_ON,
  /** The running trials are cancelled and no more are submitted. */
  STOP
}
