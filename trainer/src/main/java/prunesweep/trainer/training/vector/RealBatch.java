package prunesweep.trainer.training.vector;

import java.util.Arrays;
import prunesweep.trainer.data.Features;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.RealFeatures;

/** A batch of real numbers. */
final class RealBatch extends InputBatch {

  /** The bits of a float without its sign: 0 for both zeros. */
  private static final int MAGNITUDE = 0x7fffffff;

  private final boolean[] useful;

  RealBatch(Shape shape) {
    super(shape, values(shape), values(shape));
    useful = shape.useful();
  }

  private static float[] values(Shape shape) {
    return new float[Math.multiplyExact(shape.capacity(), shape.stride())];
  }

  @Override
  boolean takes(Features features) {
    return features instanceof RealFeatures;
  }

  /** Zero where no weight is kept. */
  @Override
  void read(LabelledImages images, int[] chosen) {
    for (int row = 0; row < chosen.length; row++) {
      int to = row * stride;
      images.copy(chosen[row], rows, to);
      for (int feature = 0; feature < useful.length; feature++) {
        rows[to + feature] = useful[feature] ? rows[to + feature] : 0;
      }
    }
  }

  @Override
  void clear(int from, int to) {
    Arrays.fill(rows, from * stride, to * stride, 0);
  }

  @Override
  void listGroup(int group, TermOffsets terms) {
    int from = groupStart(group);
    for (int feature = 0; feature < useful.length; feature++) {
      int at = terms.count() * GROUP;
      int any = gather(from + feature, from + at);
      terms.offer(at, feature * Lanes.TILE, any);
    }
  }

  /** Lays one feature of eight images side by side; 0 if it is zero in all of them. */
  private int gather(int from, int to) {
    int any = 0;
    for (int image = 0; image < GROUP; image++) {
      float value = rows[from + image * stride];
      groups[to + image] = value;
      any |= Float.floatToRawIntBits(value) & MAGNITUDE;
    }
    return any;
  }

  /** They are there as they were read. */
  @Override
  void writeRows(int count) {}

  @Override
  long run(int row, int run) {
    int from = row * stride + run * RUN;
    int any = 0;
    for (int feature = from; feature < from + RUN; feature++) {
      any |= Float.floatToRawIntBits(rows[feature]) & MAGNITUDE;
    }
    return any;
  }
}
