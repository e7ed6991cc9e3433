package prunesweep.driver.run;

/** What becomes of trials that failed in an earlier run. */
public enum RetryPolicy {
  /** Their rows stay; they are not run again. */
  KEEP_FAILED,
  /** They are run again. */
  RETRY_FAILED
}
