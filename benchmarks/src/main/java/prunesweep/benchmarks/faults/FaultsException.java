package prunesweep.benchmarks.faults;

/** Reason that keeps a run of faults from its end; the message is one sentence for the user. */
public final class FaultsException extends RuntimeException {

  /** With {@code sentence} for the user. */
  public FaultsException(String sentence) {
    super(sentence);
  }
}
