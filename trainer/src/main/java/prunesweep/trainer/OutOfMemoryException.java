package prunesweep.trainer;

/** A training for which this virtual machine is too small; the message is one sentence. */
final class OutOfMemoryException extends RuntimeException {

  OutOfMemoryException(String sentence) {
    super(sentence);
  }
}
