package prunesweep.trainer.machine;

/** A core whose kernels OpenBLAS cannot run here; the message is one sentence for the user. */
public final class BlasCoreException extends RuntimeException {

  private BlasCoreException(String rule, String got) {
    super("Cannot run OpenBLAS: native.openblas-core must be %s, got %s".formatted(rule, got));
  }

  static BlasCoreException lacksInstructions(BlasCore core) {
    String processor = LocalMachine.processor().map(" (%s)"::formatted).orElse("");
    return new BlasCoreException(
        "a core whose instructions the processor%s has".formatted(processor), core.label());
  }

  static BlasCoreException notThere(BlasCore core, String taken) {
    return new BlasCoreException(
        "a core that OpenBLAS has kernels of on this platform",
        "%s, in whose place it takes %s".formatted(core.label(), taken));
  }

  static BlasCoreException alreadyLoaded(BlasCore core, BlasCore before, String loaded) {
    return new BlasCoreException(
        "the same as before in one process",
        "%s after %s (%s)".formatted(core.label(), before.label(), loaded));
  }

  static BlasCoreException notTried(BlasCore core, String reason) {
    return new BlasCoreException(
        "a core that can be tried in another process", "%s (%s)".formatted(core.label(), reason));
  }
}
