package prunesweep.trainer.training.vector;

import java.util.stream.Stream;
import prunesweep.trainer.data.Features;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.RealFeatures;

/**
 * The images of a batch in the two orders that the products of the first layer read, without most
 * of their zeros: a product with zero adds nothing to a sum.
 *
 * <p>On the way forward a tile takes eight images; it gets the features that are not zero in all
 * eight. For the weight gradient it takes eight features; it gets the images in which these eight
 * are not all zero.
 */
abstract sealed class InputBatch permits PixelBatch, RealBatch {

  /** Features of one list of images. */
  static final int RUN = Lanes.ROWS;

  /** Images of one list of features. */
  static final int GROUP = Lanes.ROWS;

  /**
   * The sizes of a batch, and the features that the first layer reads.
   *
   * @param useful one a feature: whether the first layer keeps a weight of it
   * @param gradientStride from image to image of its gradients
   * @param capacity images that can be loaded at once, a multiple of eight
   * @param batchSize images of a training step
   */
  @SuppressWarnings("ArrayRecordComponent") // Read only.
  record Shape(boolean[] useful, int gradientStride, int capacity, int batchSize) {

    /** Number of runs of eight features. */
    int runs() {
      return (useful.length + RUN - 1) / RUN;
    }

    /** Features, rounded up to whole runs and whole vectors. */
    int stride() {
      return Lanes.padded(useful.length);
    }
  }

  final int runs;

  /** From image to image of {@link #rows}. */
  final int stride;

  /** Values for the weight gradient: of run r, those of an image lie from 8 r on. */
  final float[] rows;

  /** Values for the way forward: of a term, those of eight images side by side. */
  final float[] groups;

  private final int gradientStride;
  private final int[] labels;
  private final TermOffsets[] groupTerms;
  private final TermOffsets[] runTerms;

  InputBatch(Shape shape, float[] rows, float[] groups) {
    runs = shape.runs();
    stride = shape.stride();
    gradientStride = shape.gradientStride();
    this.rows = rows;
    this.groups = groups;
    labels = new int[shape.capacity()];
    groupTerms = terms(shape.capacity() / GROUP, stride);
    runTerms = terms(runs, shape.batchSize());
  }

  private static TermOffsets[] terms(int lists, int capacity) {
    return Stream.generate(() -> new TermOffsets(capacity))
        .limit(lists)
        .toArray(TermOffsets[]::new);
  }

  /** A batch for features of the kind of {@code features}. */
  static InputBatch of(Features features, Shape shape) {
    if (features instanceof RealFeatures) {
      return new RealBatch(shape);
    }
    return new PixelBatch(shape);
  }

  /** Tells whether this batch is for features of the kind of {@code features}. */
  abstract boolean takes(Features features);

  /** Takes the {@code count} images that {@code order} names from {@code start} on. */
  final void load(LabelledImages images, int[] order, int start, int count) {
    for (int row = 0; row < count; row++) {
      read(images, order[start + row], row);
      labels[row] = images.label(order[start + row]);
    }
    int whole = Lanes.wholeTiles(count);
    clear(count, whole);
    for (int group = 0; group < whole / GROUP; group++) {
      groupTerms[group].clear();
      listGroup(group, groupTerms[group]);
    }
  }

  /** Takes the useful features of one image. */
  abstract void read(LabelledImages images, int image, int row);

  /** Zeroes the features of the rows from {@code from} up to {@code to}. */
  abstract void clear(int from, int to);

  /** Lists the features that are not zero in all of eight images, and writes their values. */
  abstract void listGroup(int group, TermOffsets terms);

  /** Lists the terms of the weight gradient of the first {@code count} images. */
  final void listRuns(int count) {
    for (int run = 0; run < runs; run++) {
      TermOffsets terms = runTerms[run];
      terms.clear();
      for (int row = 0; row < count; row++) {
        if (hasRun(row, run)) {
          terms.add(row * stride, row * gradientStride);
        }
      }
    }
  }

  /** Tells whether eight features of an image are not all zero; if so, writes them to the rows. */
  final boolean hasRun(int row, int run) {
    boolean isFull = !isZero(row, run);
    if (isFull) {
      writeRun(row, run);
    }
    return isFull;
  }

  /**
   * The same of the runs from {@code from} up to {@code to} together; some may be past the last.
   */
  final boolean hasRuns(int row, int from, int to) {
    int end = Math.min(to, runs);
    boolean isZero = true;
    for (int run = from; run < end; run++) {
      isZero &= isZero(row, run);
    }
    for (int run = from; run < end && !isZero; run++) {
      writeRun(row, run);
    }
    return !isZero;
  }

  /** Tells whether eight features of an image are all zero. */
  abstract boolean isZero(int row, int run);

  /** Writes eight features of an image to the rows. */
  abstract void writeRun(int row, int run);

  final int label(int row) {
    return labels[row];
  }

  /** Index in {@link #groups} of the first value of a group of eight images. */
  final int groupStart(int group) {
    return group * GROUP * stride;
  }

  final TermOffsets groupTerms(int group) {
    return groupTerms[group];
  }

  final TermOffsets runTerms(int run) {
    return runTerms[run];
  }
}
