package prunesweep.trainer.training.dl4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import prunesweep.trainer.machine.OpenBlas;

/**
 * One native thread a training, whatever the environment says: a trial owns one slot, and another
 * number of threads would give other bits.
 */
final class SingleThread {

  static {
    // The first call below would load it as the environment says.
    OpenBlas.inUse();
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  private SingleThread() {}

  /** Sets it for this process, once. */
  static void enforce() {
    // Loading the class has done it.
  }
}
