package prunesweep.trainer.key;

/** Something whose results are the same as long as its version is. */
public interface Versioned {

  /**
   * The version of what it computes, from 1: raised when the same settings give other results, so
   * that trials from before and after have different ids.
   */
  default int version() {
    return 1;
  }
}
