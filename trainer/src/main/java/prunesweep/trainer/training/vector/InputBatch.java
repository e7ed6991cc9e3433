package prunesweep.trainer.training.vector;

import java.util.Arrays;
import java.util.stream.IntStream;
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

  /** The runs with a useful feature, ascending: of the others nothing is listed. */
  final int[] usefulRuns;

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
    usefulRuns = IntStream.range(0, runs).filter(run -> isUseful(shape.useful(), run)).toArray();
    stride = shape.stride();
    gradientStride = shape.gradientStride();
    this.rows = rows;
    this.groups = groups;
    labels = new int[shape.capacity()];
    groupTerms = terms(shape.capacity() / GROUP, stride);
    runTerms = terms(runs, shape.batchSize());
  }

  private static boolean isUseful(boolean[] useful, int run) {
    int end = Math.min(useful.length, (run + 1) * RUN);
    return IntStream.range(run * RUN, end).anyMatch(feature -> useful[feature]);
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
    read(images, Arrays.copyOfRange(order, start, start + count));
    for (int row = 0; row < count; row++) {
      labels[row] = images.label(order[start + row]);
    }
    int whole = Lanes.wholeTiles(count);
    clear(count, whole);
    for (int group = 0; group < whole / GROUP; group++) {
      groupTerms[group].clear();
      listGroup(group, groupTerms[group]);
    }
  }

  /** Takes the useful features of the images {@code chosen}, a row each. */
  abstract void read(LabelledImages images, int[] chosen);

  /** Zeroes the features of the rows from {@code from} up to {@code to}. */
  abstract void clear(int from, int to);

  /** Lists the features that are not zero in all of eight images, and writes their values. */
  abstract void listGroup(int group, TermOffsets terms);

  /** Lists the terms of the weight gradient of the first {@code count} images. */
  final void listRuns(int count) {
    writeRows(count);
    for (int run : usefulRuns) {
      TermOffsets terms = runTerms[run];
      terms.clear();
      for (int row = 0; row < count; row++) {
        terms.offer(row * stride, row * gradientStride, run(row, run));
      }
    }
  }

  /** Writes the features of the first {@code count} images to the rows. */
  abstract void writeRows(int count);

  /** Anything but zero when eight features of an image are not all zero. */
  abstract long run(int row, int run);

  /** The same of the runs from {@code from} on, up to {@code to} or the last. */
  final long runs(int row, int from, int to) {
    int end = Math.min(to, runs);
    long any = 0;
    for (int run = from; run < end; run++) {
      any |= run(row, run);
    }
    return any;
  }

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

  /** One list of images a run of eight features; as {@link #listRuns} left them. */
  final TermOffsets[] runTerms() {
    return runTerms;
  }
}
