package prunesweep.driver.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.PixelValues;
import prunesweep.trainer.data.RawValues;
import prunesweep.trainer.export.ForwardPass;
import prunesweep.trainer.export.TrainedNetwork;

/** The time that a network takes for some rows, in plain Java on one thread. */
final class NetworkSpeed {

  private static final int ROWS = 1000;
  private static final int TIMES = 5;

  private NetworkSpeed() {}

  /** A sentence that compares {@code compact} with {@code whole}. */
  static String comparison(TrainedNetwork whole, TrainedNetwork compact) {
    double before = milliseconds(whole);
    double after = milliseconds(compact);
    return String.format(
        Locale.ROOT,
        "Compact: %,d of %,d weights and %d of %d inputs are left; %,d rows take %.1f ms, before"
            + " %.1f ms (%.1f times as fast; plain Java, one thread, median of %d)",
        compact.parameters().weights(),
        whole.parameters().weights(),
        compact.features().size(),
        whole.features().size(),
        ROWS,
        after,
        before,
        before / after,
        TIMES);
  }

  private static double milliseconds(TrainedNetwork network) {
    ForwardPass pass = new ForwardPass(network);
    RawValues rows = noise(network.inputs());
    pass.probabilities(rows, 0, ROWS); // compiles
    double[] times = new double[TIMES];
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      pass.probabilities(rows, 0, ROWS);
      times[time] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[TIMES / 2];
  }

  private static RawValues noise(int inputs) {
    byte[] bytes = new byte[ROWS * inputs];
    new Random(0).nextBytes(bytes);
    return new PixelValues("noise", new ByteFeatures(bytes, inputs));
  }
}
