package prunesweep.trainer.training.vector;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.Features;
import prunesweep.trainer.data.LabelledImages;

/**
 * A batch of pixel bytes. Zeros save 13 % of the terms of the forward pass and 28 % of the
 * gradient's on Fashion-MNIST, 53 % and 60 % on MNIST.
 */
final class PixelBatch extends InputBatch {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The lower four bytes of eight, the lower two of each four, the lower one of each two. */
  private static final long FOURS = 0x00000000ffffffffL;

  private static final long TWOS = 0x0000ffff0000ffffL;
  private static final long ONES = 0x00ff00ff00ff00ffL;

  /** One word a run of eight pixels: 0xff where some weight is kept, 0 elsewhere. */
  private final long[] useful;

  /** Eight pixels of an image each; zero where no weight is kept. */
  private final long[] bits;

  /** The pixels of a group that have terms, eight images of each side by side. */
  private final byte[] pixels;

  PixelBatch(Shape shape) {
    super(
        shape,
        new float[Math.multiplyExact(shape.batchSize(), shape.stride())],
        new float[Math.multiplyExact(shape.capacity(), shape.stride()) + PixelFloats.BLOCK]);
    useful = usefulBytes(shape.useful());
    bits = new long[Math.multiplyExact(shape.capacity(), runs)];
    pixels = new byte[(GROUP + 1) * stride + PixelFloats.BLOCK];
  }

  private static long[] usefulBytes(boolean[] useful) {
    long[] bytes = new long[(useful.length + RUN - 1) / RUN];
    for (int pixel = 0; pixel < useful.length; pixel++) {
      bytes[pixel / RUN] |= useful[pixel] ? 0xffL << (pixel % RUN * Byte.SIZE) : 0;
    }
    return bytes;
  }

  @Override
  boolean takes(Features features) {
    return features instanceof ByteFeatures;
  }

  @Override
  void read(LabelledImages images, int image, int row) {
    ByteFeatures features = (ByteFeatures) images.features();
    byte[] source = features.values();
    int from = images.row(image) * features.inputs();
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

  @Override
  void clear(int from, int to) {
    Arrays.fill(bits, from * runs, to * runs, 0);
  }

  @Override
  void listGroup(int group, TermOffsets terms) {
    for (int run = 0; run < runs; run++) {
      addRun(group * GROUP * runs + run, run, terms);
    }
    PixelFloats.write(pixels, terms.count() * GROUP, groups, groupStart(group));
  }

  /**
   * Turns eight pixels of eight images into eight images of eight pixels, by exchanging ever
   * smaller blocks (Warren, Hacker's Delight, second edition, section 7-3).
   */
  private void addRun(int from, int run, TermOffsets terms) {
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
  private void offer(int run, int pixel, long images, TermOffsets terms) {
    int at = terms.count() * GROUP;
    LONG.set(pixels, at, images);
    terms.offer(at, (run * RUN + pixel) * Lanes.TILE, images);
  }

  private static float pixel(long eight, int pixel) {
    return ByteFeatures.scaled(byteAt(eight, pixel));
  }

  private static int byteAt(long eight, int pixel) {
    return (int) (eight >>> (pixel * Byte.SIZE)) & 0xff;
  }

  @Override
  boolean isZero(int row, int run) {
    return bits[row * runs + run] == 0;
  }

  @Override
  void writeRun(int row, int run) {
    long eight = bits[row * runs + run];
    int to = row * stride + run * RUN;
    for (int pixel = 0; pixel < RUN; pixel++) {
      rows[to + pixel] = pixel(eight, pixel);
    }
  }
}
