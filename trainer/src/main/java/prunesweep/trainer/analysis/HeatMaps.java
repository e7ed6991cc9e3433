package prunesweep.trainer.analysis;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.result.HeatMapResult;

/**
 * Maps of the places where the weights of each hidden layer are not zero (Ganguli and Chong 2024,
 * figure 6).
 */
public final class HeatMaps {

  private HeatMaps() {}

  /** One map a kernel, input side first. */
  public static List<HeatMapResult> of(String stage, List<Kernel> hiddenKernels) {
    List<HeatMapResult> maps = new ArrayList<>();
    for (Kernel kernel : hiddenKernels) {
      maps.add(
          new HeatMapResult(
              stage, maps.size() + 1, kernel.inputs(), kernel.units(), pattern(kernel)));
    }
    return maps;
  }

  private static byte[] pattern(Kernel kernel) {
    byte[] pattern = new byte[(kernel.size() + Byte.SIZE - 1) / Byte.SIZE];
    for (int index = 0; index < kernel.size(); index++) {
      if (kernel.weights()[index] != 0) {
        pattern[index / Byte.SIZE] |= (byte) (1 << index % Byte.SIZE);
      }
    }
    return pattern;
  }
}
