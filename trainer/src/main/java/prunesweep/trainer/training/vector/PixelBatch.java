package prunesweep.trainer.training.vector;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.Features;
import prunesweep.trainer.data.LabelledImages;

/**
 * A batch of pixel bytes. Of Fashion-MNIST's terms 13 % and 28 % fall away, of MNIST's 53 % and 60
 * %, forward and for the gradient.
 */
final class PixelBatch implements InputBatch {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Pixels read at once: the bytes of a long. */
  private static final int RUN = Long.BYTES;

  private static final int GROUP = Lanes.ROWS;

  /** The lower four bytes of eight, the lower two of each four, the lower one of each two. */
  private static final long FOURS = 0x00000000ffffffffL;

  private static final long TWOS = 0x0000ffff0000ffffL;
  private static final long ONES = 0x00ff00ff00ff00ffL;

  /** Of a run of eight pixels, 0xff where some weight is kept, 0 elsewhere. */
  private final long[] useful;

  private final int runs;
  private final int stride;
  private final int weightStride;
  private final int gradientStride;

  /** Eight pixels of an image each; zero where no weight is kept. */
  private final long[] bits;

  /** The pixels of a group that have terms, eight images of each side by side. */
  private final byte[] pixels;

  private final int[] labels;
  private final float[] rows;
  private final float[] groups;
  private final Terms[] groupTerms;
  private final Terms[] runTerms;

  PixelBatch(Shape shape) {
    useful = usefulBytes(shape.useful());
    weightStride = shape.weightStride();
    gradientStride = shape.gradientStride();
    int capacity = shape.capacity();
    int batchSize = shape.batchSize();
    runs = useful.length;
    stride = runs * RUN;
    bits = new long[Math.multiplyExact(capacity, runs)];
    pixels = new byte[(GROUP + 1) * stride + PixelFloats.BLOCK];
    labels = new int[capacity];
    rows = new float[Math.multiplyExact(batchSize, stride)];
    groups = new float[Math.multiplyExact(capacity, stride) + PixelFloats.BLOCK];
    groupTerms = InputBatch.terms(capacity / GROUP, stride);
    runTerms = InputBatch.terms(runs, batchSize);
  }

  private static long[] usefulBytes(boolean[] useful) {
    long[] bytes = new long[(useful.length + RUN - 1) / RUN];
    for (int pixel = 0; pixel < useful.length; pixel++) {
      bytes[pixel / RUN] |= useful[pixel] ? 0xffL << (pixel % RUN * Byte.SIZE) : 0;
    }
    return bytes;
  }

  @Override
  public boolean takes(Features features) {
    return features instanceof ByteFeatures;
  }

  @Override
  public void load(LabelledImages images, int[] order, int start, int count) {
    ByteFeatures features = (ByteFeatures) images.features();
    for (int row = 0; row < count; row++) {
      read(features, images.row(order[start + row]), row);
      labels[row] = images.label(order[start + row]);
    }
    int whole = Lanes.wholeTiles(count);
    Arrays.fill(bits, count * runs, whole * runs, 0);
    for (int group = 0; group < whole / GROUP; group++) {
      listGroup(group);
    }
  }

  private void read(ByteFeatures features, int image, int row) {
    byte[] source = features.values();
    int from = image * features.inputs();
    int wholeRuns = Math.min(runs, (source.length - from) / RUN);
    for (int run = 0; run < wholeRuns; run++) {
      bits[row * runs + run] = (long) LONG.get(source, from + run * RUN) & useful[run];
    }
    for (int run = wholeRuns; run < runs; run++) {
      bits[row * runs + run] = lastPixels(source, from + run * RUN) & useful[run];
    }
  }

  /** Eight bytes, zeros where the array ends before. */
  private static long lastPixels(byte[] source, int from) {
    return (long) LONG.get(Arrays.copyOfRange(source, from, from + RUN), 0);
  }

  private void listGroup(int group) {
    Terms terms = groupTerms[group];
    terms.clear();
    for (int run = 0; run < runs; run++) {
      addRun(group * GROUP * runs + run, run, terms);
    }
    PixelFloats.write(pixels, terms.count() * GROUP, groups, groupStart(group));
  }

  /**
   * Turns eight pixels of eight images into eight images of eight pixels, by exchanging ever
   * smaller blocks (Warren, Hacker's Delight, second edition, section 7-3).
   */
  private void addRun(int from, int run, Terms terms) {
    long a0 = bits[from];
    long a1 = bits[from + runs];
    long a2 = bits[from + 2 * runs];
    long a3 = bits[from + 3 * runs];
    long a4 = bits[from + 4 * runs];
    long a5 = bits[from + 5 * runs];
    long a6 = bits[from + 6 * runs];
    long a7 = bits[from + 7 * runs];
    long b0 = low(a0, a4, 32, FOURS);
    long b1 = low(a1, a5, 32, FOURS);
    long b2 = low(a2, a6, 32, FOURS);
    long b3 = low(a3, a7, 32, FOURS);
    long b4 = high(a0, a4, 32, FOURS);
    long b5 = high(a1, a5, 32, FOURS);
    long b6 = high(a2, a6, 32, FOURS);
    long b7 = high(a3, a7, 32, FOURS);
    long c0 = low(b0, b2, 16, TWOS);
    long c1 = low(b1, b3, 16, TWOS);
    long c2 = high(b0, b2, 16, TWOS);
    long c3 = high(b1, b3, 16, TWOS);
    long c4 = low(b4, b6, 16, TWOS);
    long c5 = low(b5, b7, 16, TWOS);
    long c6 = high(b4, b6, 16, TWOS);
    long c7 = high(b5, b7, 16, TWOS);
    offer(run, 0, low(c0, c1, 8, ONES), terms);
    offer(run, 1, high(c0, c1, 8, ONES), terms);
    offer(run, 2, low(c2, c3, 8, ONES), terms);
    offer(run, 3, high(c2, c3, 8, ONES), terms);
    offer(run, 4, low(c4, c5, 8, ONES), terms);
    offer(run, 5, high(c4, c5, 8, ONES), terms);
    offer(run, 6, low(c6, c7, 8, ONES), terms);
    offer(run, 7, high(c6, c7, 8, ONES), terms);
  }

  /** The lower blocks of {@code first}, with those of {@code second} above them. */
  private static long low(long first, long second, int shift, long blocks) {
    return first & blocks | (second & blocks) << shift;
  }

  /** The upper blocks of {@code second}, with those of {@code first} below them. */
  private static long high(long first, long second, int shift, long blocks) {
    return first >>> shift & blocks | second & ~blocks;
  }

  /** Writes one pixel of eight images, then counts it or not: guessing would often fail. */
  private void offer(int run, int pixel, long images, Terms terms) {
    int at = terms.count() * GROUP;
    LONG.set(pixels, at, images);
    terms.offer(at, (run * RUN + pixel) * weightStride, images);
  }

  private static float pixel(long eight, int pixel) {
    return ByteFeatures.scaled(byteAt(eight, pixel));
  }

  private static int byteAt(long eight, int pixel) {
    return (int) (eight >>> (pixel * Byte.SIZE)) & 0xff;
  }

  @Override
  public void listRuns(int count) {
    for (int run = 0; run < runs; run++) {
      Terms terms = runTerms[run];
      terms.clear();
      for (int row = 0; row < count; row++) {
        long eight = bits[row * runs + run];
        if (eight != 0) {
          addImage(row, run, eight, terms);
        }
      }
    }
  }

  private void addImage(int row, int run, long eight, Terms terms) {
    int to = row * stride + run * RUN;
    for (int pixel = 0; pixel < RUN; pixel++) {
      rows[to + pixel] = pixel(eight, pixel);
    }
    terms.add(row * stride, row * gradientStride);
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
