package prunesweep.trainer.training.vector;

import java.util.Arrays;
import prunesweep.trainer.data.Features;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.RealFeatures;

/** A batch of real numbers. */
final class RealBatch implements InputBatch {

  /** Features of a term list of the weight gradient. */
  private static final int RUN = Lanes.ROWS;

  private static final int GROUP = Lanes.ROWS;

  /** The bits of a float without its sign: 0 for both zeros. */
  private static final int MAGNITUDE = 0x7fffffff;

  private final boolean[] useful;
  private final int weightStride;
  private final int gradientStride;
  private final int runs;
  private final int stride;
  private final int[] labels;

  /** The features of each image; zero where no weight is kept. */
  private final float[] rows;

  private final float[] groups;
  private final Terms[] groupTerms;
  private final Terms[] runTerms;

  RealBatch(Shape shape) {
    useful = shape.useful();
    weightStride = shape.weightStride();
    gradientStride = shape.gradientStride();
    runs = (useful.length + RUN - 1) / RUN;
    stride = runs * RUN;
    labels = new int[shape.capacity()];
    rows = new float[Math.multiplyExact(shape.capacity(), stride)];
    groups = new float[rows.length];
    groupTerms = InputBatch.terms(shape.capacity() / GROUP, stride);
    runTerms = InputBatch.terms(runs, shape.batchSize());
  }

  @Override
  public boolean takes(Features features) {
    return features instanceof RealFeatures;
  }

  @Override
  public void load(LabelledImages images, int[] order, int start, int count) {
    for (int row = 0; row < count; row++) {
      read(images, order[start + row], row * stride);
      labels[row] = images.label(order[start + row]);
    }
    int whole = Lanes.wholeTiles(count);
    Arrays.fill(rows, count * stride, whole * stride, 0);
    for (int group = 0; group < whole / GROUP; group++) {
      listGroup(group);
    }
  }

  private void read(LabelledImages images, int image, int to) {
    images.copy(image, rows, to);
    for (int feature = 0; feature < useful.length; feature++) {
      rows[to + feature] = useful[feature] ? rows[to + feature] : 0;
    }
  }

  private void listGroup(int group) {
    Terms terms = groupTerms[group];
    terms.clear();
    int from = groupStart(group);
    for (int feature = 0; feature < useful.length; feature++) {
      int at = terms.count() * GROUP;
      int any = gather(from + feature, from + at);
      terms.offer(at, feature * weightStride, any);
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

  @Override
  public void listRuns(int count) {
    for (int run = 0; run < runs; run++) {
      Terms terms = runTerms[run];
      terms.clear();
      for (int row = 0; row < count; row++) {
        if (isAnyNotZero(row * stride + run * RUN)) {
          terms.add(row * stride, row * gradientStride);
        }
      }
    }
  }

  private boolean isAnyNotZero(int from) {
    int any = 0;
    for (int feature = from; feature < from + RUN; feature++) {
      any |= Float.floatToRawIntBits(rows[feature]) & MAGNITUDE;
    }
    return any != 0;
  }

  @Override
  public int runs() {
    return runs;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public float[] rows() {
    return rows;
  }

  @Override
  public float[] groups() {
    return groups;
  }

  @Override
  public int groupStart(int group) {
    return group * GROUP * stride;
  }

  @Override
  public Terms groupTerms(int group) {
    return groupTerms[group];
  }

  @Override
  public Terms runTerms(int run) {
    return runTerms[run];
  }
}
